package photoset.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The CPU time that an installation on this machine has used, by program, from the kernel's accounts in {@code /proc}. */
record CpuClock(ProcessHandle installation) {
    /** The kernel counts in hundredths of a second for programs, on every architecture that Java runs on. */
    private static final long MILLIS_PER_TICK = 10;

    /** The installation that {@code ./photoset up} runs on this machine, if there is one. */
    static Optional<CpuClock> find() {
        return ProcessHandle.allProcesses()
                .filter(process -> words(process).contains("photoset-cli")
                        && words(process).endsWith("up"))
                .findFirst()
                .map(CpuClock::new);
    }

    /** The command line up to the subcommand's own options. */
    private static String words(ProcessHandle process) {
        try {
            var line = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
            return line.replace('\0', ' ')
                    .replaceAll(" --(port|data|temporal)[ =]\\S+| --json", "")
                    .strip();
        } catch (IOException | UncheckedIOException unreadable) {
            return "";
        }
    }

    /** Milliseconds by program: {@code java}, {@code temporal}, {@code postgres}. Ended children count for their parents. */
    Map<String, Long> millis() {
        var sums = new TreeMap<String, Long>();
        Stream.concat(Stream.of(installation), installation.descendants())
                .forEach(process -> stat(process).ifPresent(stat -> sums.merge(name(stat), millis(stat), Long::sum)));
        return sums;
    }

    private static Optional<String> stat(ProcessHandle process) {
        try {
            return Optional.of(Files.readString(Path.of("/proc/" + process.pid() + "/stat")));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    private static String name(String stat) {
        return stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    }

    /** Fields 14 to 17 of proc_pid_stat(5): user and system time, its own and that of ended children. */
    private static long millis(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int field = 14; field <= 17; field++) {
            ticks += Long.parseLong(fields[field - 3]);
        }
        return ticks * MILLIS_PER_TICK;
    }
}
