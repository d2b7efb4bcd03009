package photoset.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.standalone.embedded.Ports;

/** An installation that {@code photoset up} runs in a process of its own. */
public final class Standalone implements AutoCloseable, Server {
    /** Start, drain and stop of a soak, on a busy machine. */
    private static final Duration SOAK_REST_MAX = Duration.ofMinutes(11);

    private static @Nullable Standalone shared;

    /** A server that runs as a child. */
    public enum EmbeddedServer {
        POSTGRES,
        TEMPORAL
    }

    private final Path data;
    private final URI address;
    private final Map<String, String> environment;
    private Program program;

    private Standalone(Path data, int port, Map<String, String> environment) {
        this.data = data;
        this.address = URI.create("http://127.0.0.1:" + port);
        this.environment = environment;
        this.program = launch();
    }

    /** The one that most tests share; stopped when the tests end. */
    static synchronized Standalone shared() {
        var known = shared;
        if (known == null) {
            known = start(Map.of());
            shared = known;
            Runtime.getRuntime().addShutdownHook(new Thread(known::close));
        }
        return known;
    }

    /** A fresh one with an empty data folder. */
    public static Standalone start(Map<String, String> environment) {
        return new Standalone(newFolder("standalone"), Ports.anyFree(), environment);
    }

    /** A fresh one at a port that its environment speaks of. */
    public static Standalone startAt(int port, Map<String, String> environment) {
        return new Standalone(newFolder("standalone"), port, environment);
    }

    /** How a soak went. */
    public record Soak(int exitCode, String said) {}

    /** Runs {@code photoset soak} to its end. */
    public static Soak soak(int minutes, int seed) {
        var folder = newFolder("soak");
        var home =
                Map.of("JAVA_TOOL_OPTIONS", "-Dphotoset.home=" + Path.of("..").toAbsolutePath());
        var data = folder.resolve("data").toString();
        var program = Program.start(
                "bench", folder, home, "soak", "--minutes", "" + minutes, "--seed", "" + seed, "--data", data);
        int code = program.awaitEnd(Duration.ofMinutes(minutes).plus(SOAK_REST_MAX));
        return new Soak(code, program.log());
    }

    static Path newFolder(String name) {
        try {
            var parent = Files.createDirectories(Path.of("target", "e2e").toAbsolutePath());
            return Files.createTempDirectory(parent, name + "-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Program launch() {
        var port = Integer.toString(address.getPort());
        var started = Program.start("cli", data, settings(), "up", "--port", port, "--data", data.toString());
        started.awaitReady(client()::isUp);
        return started;
    }

    private Map<String, String> settings() {
        var all = new HashMap<>(CommonSettings.ENVIRONMENT);
        all.putAll(environment);
        return all;
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public Path data() {
        return data;
    }

    @Override
    public boolean isAlive() {
        return program.isAlive();
    }

    /** Kills the process without a chance to clean up, and starts it again on the same data folder and port. */
    public void killAndStartAgain() {
        program.kill();
        program = launch();
    }

    /** Kills a server of the installation without a chance to clean up; its first process, where it has several. */
    public void kill(EmbeddedServer server) {
        var pidFile = data.resolve(
                switch (server) {
                    case POSTGRES -> "postgres/data/postmaster.pid";
                    case TEMPORAL -> "temporal/temporal.pid";
                });
        try {
            var pid = Files.readAllLines(pidFile).getFirst().strip();
            ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What it has said on its terminal. */
    public String terminal() {
        return program.log();
    }

    /** Whether jobs in flight survive a kill here, which they do on a real Temporal only. */
    public boolean isDurable() {
        return !program.log().contains("Warning: there is no Temporal server here");
    }

    @Override
    public void close() {
        program.close();
    }
}
