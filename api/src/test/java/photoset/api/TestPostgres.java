package photoset.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.test.context.DynamicPropertyRegistry;
import photoset.objects.FreePorts;

/**
 * A real PostgreSQL for tests: started once for the JVM at the first use, ended with it, on a free port of the loopback
 * address. Every test class takes its own {@link #fresh database}.
 */
public final class TestPostgres {
    /** A superuser. */
    public static final String OWNER = "postgres";

    /** As whom the api serves. */
    public static final String APP = "app";

    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    // The parent-death signal fires when the thread that started the child ends, so that thread must not end.
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("postgres-starter").factory());

    private final int port;

    private TestPostgres(int port) {
        this.port = port;
    }

    /** An empty database of the server. {@code postgres} owns it, {@link #APP} serves; neither has a password. */
    public record Database(int port, String name) {
        public String jdbcUrl() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
        }

        /** Brings the schema to the newest version. */
        public Database migrated() {
            Flyway.configure()
                    .dataSource(jdbcUrl(), OWNER, null)
                    .placeholders(Map.of("app", APP))
                    .load()
                    .migrate();
            return this;
        }

        /** Does what the api itself may not. */
        public void runAsOwner(String statement) {
            try (var connection = DriverManager.getConnection(jdbcUrl(), OWNER, null);
                    var execution = connection.createStatement()) {
                execution.execute(statement);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The settings that point the api here. */
        public TestPropertyValues properties() {
            return TestPropertyValues.of(
                    "photoset.database.host=127.0.0.1",
                    "photoset.database.port=" + port,
                    "photoset.database.name=" + name,
                    "photoset.database.user=" + APP,
                    "photoset.database.migration-user=" + OWNER);
        }

        /** Points the api's settings here. */
        public void register(DynamicPropertyRegistry registry) {
            registry.add("photoset.database.host", () -> "127.0.0.1");
            registry.add("photoset.database.port", () -> port);
            registry.add("photoset.database.name", () -> name);
            registry.add("photoset.database.user", () -> APP);
            registry.add("photoset.database.migration-user", () -> OWNER);
        }
    }

    /** A new, empty database. */
    public static Database fresh() {
        var database = new Database(Server.RUNNING.port, "test" + DATABASES.incrementAndGet());
        new Database(database.port(), "postgres").runAsOwner("create database " + database.name());
        return database;
    }

    private static final class Server {
        static final TestPostgres RUNNING = start();

        static {
            new Database(RUNNING.port, "postgres").runAsOwner("create role " + APP + " login");
        }
    }

    private static TestPostgres start() {
        try {
            var binaries = unpacked();
            var folder = Files.createTempDirectory("photoset-postgres");
            var data = Files.createDirectory(folder.resolve("data"));
            var nobody = "root".equals(System.getProperty("user.name"));
            if (nobody) {
                run(List.of("chmod", "755", folder.toString()));
                run(List.of("chown", "65534:65534", data.toString()));
            }
            run(as(
                    nobody,
                    binaries.resolve("bin/initdb") + " -A trust -U postgres -E UTF-8 --locale=C.UTF-8 --no-sync -D "
                            + data));
            int port = FreePorts.any();
            var server = STARTER.submit(() -> new ProcessBuilder(as(
                                    nobody,
                                    binaries.resolve("bin/postgres") + " -D " + data + " -p " + port
                                            + " -c unix_socket_directories= -c listen_addresses=127.0.0.1"
                                            + " -c fsync=off -c max_connections=200"))
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("log").toFile())
                            .start())
                    .get();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
            awaitReady(server, data, folder.resolve("log"));
            return new TestPostgres(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> as(boolean nobody, String command) {
        List<String> line = new ArrayList<>();
        if (System.getProperty("os.name").equals("Linux")) {
            line.addAll(List.of("setpriv", "--pdeathsig", "INT"));
        }
        if (nobody) {
            // The server refuses to run as root.
            line.addAll(List.of("--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        line.addAll(List.of(command.split(" ")));
        return line;
    }

    /** Unpacks the binaries once for the machine; two test runs at once do not meet. */
    private static Path unpacked() throws IOException, InterruptedException {
        var home = Path.of(
                System.getProperty("java.io.tmpdir"), "photoset-postgres-18-" + System.getProperty("user.name"));
        if (Files.exists(home)) {
            return home;
        }
        var fresh = Files.createTempDirectory("photoset-postgres-unpack");
        var archive = fresh.resolve("archive.txz");
        try (var in = archive()) {
            Files.copy(in, archive);
        }
        var content = Files.createDirectory(fresh.resolve("content"));
        run(List.of("tar", "xJf", archive.toString(), "-C", content.toString()));
        run(List.of("chmod", "-R", "a+rX", content.toString()));
        Files.delete(archive);
        try {
            Files.move(content, home);
        } catch (FileAlreadyExistsException _) {
            // Another run was faster; its folder is the same.
        }
        run(List.of("rm", "-rf", fresh.toString()));
        return home;
    }

    /** The build put the one of its platform on the class path. */
    private static InputStream archive() {
        return Stream.of("linux-x86_64", "linux-arm_64", "darwin-arm_64")
                .map(platform -> TestPostgres.class.getResourceAsStream("/postgres-" + platform + ".txz"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static void awaitReady(Process server, Path data, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_MAX.toNanos();
        while (!ready(data.resolve("postmaster.pid"))) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("PostgreSQL did not start: " + Files.readString(log));
            }
            server.waitFor(Duration.ofMillis(20));
        }
    }

    private static boolean ready(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return false;
        }
        var lines = Files.readAllLines(pidFile);
        return lines.size() > 7 && lines.get(7).startsWith("ready");
    }

    private static void stop(Process server, Path folder) {
        try {
            run(List.of("kill", "-INT", Long.toString(server.pid())));
            server.waitFor(Duration.ofSeconds(10));
            run(List.of("rm", "-rf", folder.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + output);
        }
    }
}
