package photoset.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import photoset.standalone.installation.Installation;

/**
 * What an installation on this machine has used and holds, from the kernel's accounts in {@code /proc}.
 *
 * @param installation the process of {@code ./photoset up}
 */
public record InstalledProcesses(ProcessHandle installation) {
    /** The kernel counts in hundredths of a second for programs, on every architecture that Java runs on. */
    private static final long MILLIS_PER_TICK = 10;

    /** The installation that {@code ./photoset up} runs on this machine at an address, if there is one. */
    public static Optional<InstalledProcesses> at(URI url) {
        return ProcessHandle.allProcesses()
                .filter(process -> isAt(words(process), url.getPort()))
                .findFirst()
                .map(InstalledProcesses::new);
    }

    private static boolean isAt(String words, int port) {
        boolean isUsual = !words.matches(".* --port[ =].*") && port == Installation.API_PORT;
        return words.matches(".*photoset-cli\\S* up( .*)?")
                && (isUsual || words.matches(".* --port[ =]" + port + "( .*)?"));
    }

    private static String words(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .replace('\0', ' ')
                    .strip();
        } catch (IOException | UncheckedIOException unreadable) {
            return "";
        }
    }

    /**
     * Milliseconds of CPU by program: {@code java}, {@code temporal}, {@code postgres}. Ended children count for their
     * parents.
     */
    public Map<String, Long> cpuMillis() {
        var sums = new TreeMap<String, Long>();
        all().forEach(process -> stat(process).ifPresent(stat -> sums.merge(name(stat), millis(stat), Long::sum)));
        return sums;
    }

    /** Bytes in memory; pages that processes share count once, divided among them. */
    public long residentBytes() {
        return all().mapToLong(InstalledProcesses::proportionalKib).sum() << 10;
    }

    private Stream<ProcessHandle> all() {
        return Stream.concat(Stream.of(installation), installation.descendants());
    }

    private static long proportionalKib(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
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
