package photoset.standalone.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server that runs as a child of this JVM and ends with it, even if the JVM is killed. */
final class ChildProcess {
    private static final Duration STOP_TIME_MAX = Duration.ofSeconds(10);
    private static final Duration START_TIME_MAX = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(10);

    // The kernel sends the parent-death signal when the *thread* that forked ends, so that thread must never end.
    private static final ExecutorService SPAWNER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("spawner").factory());

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a server.
     *
     * @param signal what the kernel sends the server if this JVM dies, e.g. {@code INT}
     * @param privileges further arguments of {@code setpriv}, applied before the server runs
     * @param log where its output goes; appended
     */
    static ChildProcess start(String signal, List<String> privileges, List<String> command, Path log)
            throws IOException {
        return start(signal, privileges, command, Map.of(), log);
    }

    /** The same with an environment on top of this JVM's own. */
    static ChildProcess start(
            String signal, List<String> privileges, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        var whole = new ArrayList<String>();
        if (isThere("setsid")) {
            // A terminal sends Ctrl-C to its whole group; the servers are to outlive the work that needs them.
            whole.add("setsid");
        }
        if (isThere("setpriv")) {
            whole.addAll(List.of("setpriv", "--pdeathsig", signal));
            whole.addAll(privileges);
            whole.add("--");
        }
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(SPAWNER.submit(builder::start).get(), log);
        } catch (ExecutionException failure) {
            throw new IOException("cannot start " + command.getFirst(), failure.getCause());
        } catch (InterruptedException stop) {
            throw interrupted(stop);
        }
    }

    private static boolean isThere(String tool) {
        return Files.isExecutable(Path.of("/usr/bin", tool)) || Files.isExecutable(Path.of("/bin", tool));
    }

    /** Runs a command to its end. */
    static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = process.getInputStream()) {
            var said = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IOException(command.getFirst() + ": " + said);
            }
        } catch (InterruptedException stop) {
            throw interrupted(stop);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the server serves. */
    void awaitReady(String name, BooleanSupplier ready) {
        var deadline = System.nanoTime() + START_TIME_MAX.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new UserError(name + " did not start; the file " + log + " says why.");
            }
            try {
                pause();
            } catch (UserError interrupted) {
                process.destroyForcibly();
                throw interrupted;
            }
        }
    }

    /** Waits until the process has ended; answers its exit code, which is 128 and the signal that killed it. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Where its output goes. */
    Path log() {
        return log;
    }

    /** Asks the server to stop, and ends it if it does not. */
    void stop(String signal) {
        if (!process.isAlive()) {
            return;
        }
        try {
            run(List.of("kill", "-" + signal, Long.toString(process.pid())));
            if (!process.waitFor(STOP_TIME_MAX.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Stops the server that a killed run left behind.
     *
     * @param pidFile its first line is a process id
     * @param mine only a process whose command line names this path is ours; ids are used again by the system
     */
    static void stopOrphan(Path pidFile, Path mine, String signal) throws IOException {
        var orphan = orphan(pidFile, mine);
        if (orphan.isEmpty()) {
            return;
        }
        run(List.of("kill", "-" + signal, Long.toString(orphan.get().pid())));
        var deadline = System.nanoTime() + STOP_TIME_MAX.toNanos();
        while (orphan.get().isAlive()) {
            if (System.nanoTime() > deadline) {
                orphan.get().destroyForcibly();
            }
            pause();
        }
    }

    private static Optional<ProcessHandle> orphan(Path pidFile, Path mine) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        return first.matches("\\d{1,9}")
                ? ProcessHandle.of(Long.parseLong(first)).filter(process -> names(process, mine))
                : Optional.empty();
    }

    private static boolean names(ProcessHandle process, Path mine) {
        try {
            var words = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
            return List.of(words.split("\0")).contains(mine.toString());
        } catch (IOException noProc) {
            return process.info().commandLine().orElse("").contains(mine.toString());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stop) {
            throw interrupted(stop);
        }
    }

    private static UserError interrupted(InterruptedException stop) {
        Thread.currentThread().interrupt();
        return new UserError("The start was interrupted.", stop);
    }
}
