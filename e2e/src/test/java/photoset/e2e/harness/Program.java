package photoset.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** One process of ours, started from its own jar as in production. */
final class Program implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final Duration STOP_MAX = Duration.ofMinutes(1);

    private final String name;
    private final Process process;
    private final Path log;

    private Program(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts the jar of a module of the project. */
    static Program start(String module, Path folder, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(java(module));
        command.addAll(List.of(arguments));
        var log = folder.resolve(module + ".out");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Program(module, builder.start(), log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The command that runs the jar of a module; its arguments follow. */
    static List<String> java(String module) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar(module).toString());
    }

    private static Path jar(String module) {
        var target = Path.of("..", module, "target").toAbsolutePath().normalize();
        try (var files = Files.newDirectoryStream(target, "photoset-*.jar")) {
            for (var jar : files) {
                return jar;
            }
        } catch (IOException missing) {
            throw new UncheckedIOException("Run mvn verify, which packs the processes first.", missing);
        }
        throw new IllegalStateException("There is no jar in " + target + "; run mvn verify, which packs it first.");
    }

    /** Waits until the process serves; fails with the end of its log if it ends before. */
    void awaitReady(BooleanSupplier ready) {
        Awaitility.await(name)
                .atMost(START_MAX)
                .pollInterval(Duration.ofMillis(100))
                .failFast(this::expectAlive)
                .until(ready::getAsBoolean);
    }

    private void expectAlive() {
        if (!process.isAlive()) {
            throw new AssertionError(name + " ended:\n" + logEnd());
        }
    }

    /** What it has said. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String logEnd() {
        var lines = log().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as a lost machine would: no signal that it could handle. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits until it has ended by itself; answers its exit code. */
    int awaitEnd(Duration max) {
        try {
            if (!process.waitFor(max.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(name + " did not end within " + max + ":\n" + logEnd());
            }
            return process.exitValue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Asks it to stop, as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(name + " did not stop within " + STOP_MAX);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
