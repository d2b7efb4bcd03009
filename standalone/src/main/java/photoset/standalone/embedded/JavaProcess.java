package photoset.standalone.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A JVM of its own, kept running like the servers below. */
public final class JavaProcess implements Closeable {
    /** What the images of the product are started with, and a heap that leaves room for several on one machine. */
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true");

    /** Ends in good order well within the time after which a stopping child is killed. */
    private static final Duration RESTART_PAUSE = Duration.ofMillis(500);

    private static final RestartPolicy POLICY =
            new RestartPolicy(20, Duration.ofMinutes(10), RESTART_PAUSE, Duration.ofSeconds(5));

    private final Supervisor supervisor;

    private JavaProcess(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    /**
     * What to run.
     *
     * @param name for people, and of its log
     * @param program {@code -jar} and a file, or {@code -cp}, a class path and a class
     * @param environment on top of this JVM's own
     */
    public record Program(String name, List<String> program, Map<String, String> environment) {}

    /**
     * Starts it and returns when it serves.
     *
     * @param logs the folder of its log
     * @throws UserError if it does not serve within two minutes
     */
    public static JavaProcess start(Program program, Path logs, BooleanSupplier ready, ServerEvents events)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<String>(List.of(java));
        command.addAll(OPTIONS);
        command.addAll(program.program());
        var log = logs.resolve(program.name() + ".log");
        var server = new Supervisor.Server(program.name(), "TERM", () -> {
            var process = ChildProcess.start("KILL", List.of(), command, program.environment(), log);
            process.awaitReady(program.name(), ready);
            return process;
        });
        return new JavaProcess(Supervisor.start(server, POLICY, events));
    }

    /** Of the process that runs now. */
    public long pid() {
        return supervisor.pid();
    }

    /** Stops it in good order. */
    @Override
    public void close() {
        supervisor.close();
    }
}
