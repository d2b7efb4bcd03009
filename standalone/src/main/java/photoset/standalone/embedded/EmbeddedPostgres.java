package photoset.standalone.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL as a child process: durable (fsync and synchronous commit on), on 127.0.0.1 only, with a password.
 */
public final class EmbeddedPostgres implements Closeable {
    /** The superuser, who owns the schema. */
    public static final String OWNER = "photoset_owner";

    /** As whom the api serves; the api makes it. */
    public static final String USER = "photoset";

    /** The database, the one that every fresh PostgreSQL has. */
    public static final String DATABASE = "postgres";

    /** Three contexts with small pools, and room for a person with psql. */
    private static final int CONNECTIONS_MAX = 50;

    private final Supervisor supervisor;
    private final int port;

    private EmbeddedPostgres(Supervisor supervisor, int port) {
        this.supervisor = supervisor;
        this.port = port;
    }

    /**
     * Starts the database of an installation, created the first time, and keeps it running. Stops the one that a killed
     * run left behind.
     */
    static EmbeddedPostgres start(DataFolder folder, Ports ports, String password, ServerEvents events)
            throws IOException {
        var home = Files.createDirectories(folder.file("postgres"));
        var binaries = PostgresBinaries.in(home.resolve("18.6"));
        var account = PostgresAccount.forFolder(home);
        var data = home.resolve("data");
        var pidFile = data.resolve("postmaster.pid");
        ChildProcess.stopOrphan(pidFile, data, "QUIT");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            create(data, binaries, account, password);
        }
        int port = ports.of("postgres");
        var command = server(binaries, data, port);
        var server = new Supervisor.Server("PostgreSQL", "INT", () -> {
            var process = ChildProcess.start("INT", account.privileges(), command, home.resolve("postgres.log"));
            process.awaitReady("PostgreSQL", () -> isReady(pidFile, process.pid()));
            return process;
        });
        return new EmbeddedPostgres(Supervisor.start(server, RestartPolicy.USUAL, events), port);
    }

    private static List<String> server(PostgresBinaries binaries, Path data, int port) {
        var command = new ArrayList<>(List.of(binaries.program("postgres"), "-D", data.toString(), "-p", "" + port));
        for (var setting : List.of(
                "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=" + CONNECTIONS_MAX)) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    /** Created aside and moved, so that a start which is killed halfway leaves no half database. */
    private static void create(Path data, PostgresBinaries binaries, PostgresAccount account, String password)
            throws IOException {
        var aside = data.resolveSibling("data.new");
        var passwordFile = data.resolveSibling("password");
        try {
            ChildProcess.run(List.of("rm", "-rf", aside.toString()));
            Files.createDirectories(aside);
            Files.writeString(passwordFile, password);
            account.own(passwordFile);
            account.own(aside);
            var command = new ArrayList<>(account.prefix());
            command.addAll(List.of(binaries.program("initdb"), "-D", aside.toString(), "-U", OWNER, "-E", "UTF-8"));
            command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + passwordFile, "--locale=C.UTF-8"));
            command.add("--no-instructions");
            ChildProcess.run(command);
            Files.move(aside, data);
        } catch (IOException failure) {
            throw new UserError("The database cannot be created: " + failure.getMessage(), failure);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** The eighth line of the pid file tells the state; the first whether it is that of our process. */
    private static boolean isReady(Path pidFile, long pid) {
        try {
            var lines = Files.readAllLines(pidFile);
            return lines.size() >= 8
                    && lines.getFirst().equals(Long.toString(pid))
                    && lines.get(7).startsWith("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Of the postmaster that runs now. */
    long pid() {
        return supervisor.pid();
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Ends open sessions and stops in good order. */
    @Override
    public void close() {
        supervisor.close();
    }
}
