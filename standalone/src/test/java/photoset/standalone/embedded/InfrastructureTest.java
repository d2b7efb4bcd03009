package photoset.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.objects.ObjectStore;
import photoset.objects.StoreSettings;

class InfrastructureTest {
    private static final ServerEvents QUIET = new HeardEvents();

    /** Used again by the tests that need a database, because creating one takes seconds. */
    @TempDir
    private static Path installed;

    @TempDir
    private Path data;

    @Test
    void keepsRowsAndObjectsOverARestart() throws IOException, SQLException {
        try (var parts = begin();
                var database = connect(parts, parts.secrets().databaseOwner());
                var statement = database.createStatement()) {
            statement.execute("create table kept (word text)");
            statement.execute("insert into kept values ('row')");
            store(parts).put("inputs/u/j/0.jpg", "object".getBytes(StandardCharsets.UTF_8), "image/jpeg");
        }
        try (var parts = begin();
                var database = connect(parts, parts.secrets().databaseOwner());
                var rows = database.createStatement().executeQuery("select word from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("row");
            assertThat(store(parts).get("inputs/u/j/0.jpg", 6)).asString().isEqualTo("object");
            assertThat(parts.folder().bucket().resolve("inputs/u/j/0.jpg")).hasContent("object");
        }
    }

    @Test
    void isDurableAndTakesNobodyWithoutThePassword() throws IOException, SQLException {
        try (var parts = begin();
                var database = connect(parts, parts.secrets().databaseOwner());
                var rows = database.createStatement()
                        .executeQuery("select current_setting('fsync'), current_setting('synchronous_commit')")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("on");
            assertThat(rows.getString(2)).isEqualTo("on");
            assertThatThrownBy(() -> connect(parts, "wrong")).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void stopsTheDatabaseOfAKilledRun() throws IOException {
        long orphan;
        var folder = DataFolder.open(installed);
        var secrets = Secrets.of(folder);
        var first = EmbeddedPostgres.start(folder, Ports.of(folder), secrets.database(), QUIET);
        orphan = pid(folder);
        var second = EmbeddedPostgres.start(folder, Ports.of(folder), secrets.database(), QUIET);
        try {
            assertThat(pid(folder)).isNotEqualTo(orphan);
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        } finally {
            second.close();
            first.close();
            folder.close();
        }
    }

    @Test
    void ctrlCReachesNoServer() throws IOException {
        try (var folder = DataFolder.open(installed)) {
            var secrets = Secrets.of(folder);
            var database = EmbeddedPostgres.start(folder, Ports.of(folder), secrets.database(), QUIET);
            try {
                var own = processGroup(ProcessHandle.current().pid());
                assertThat(processGroup(pid(folder))).isNotEqualTo(own);
            } finally {
                database.close();
            }
        }
    }

    /** proc(5): after the name in brackets come the state, the parent and the group. */
    private static String processGroup(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[2];
    }

    @Test
    void leavesAProcessAloneThatIsNotItsOwn() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");
        ChildProcess.stopOrphan(pidFile, data.resolve("postgres"), "KILL");
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void keepsTwoInstallationsOffOneFolder() throws IOException {
        try (var first = DataFolder.open(data)) {
            assertThat(first.root()).isDirectory();
            assertThatThrownBy(() -> DataFolder.open(data))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("Another Photoset runs on the data folder");
        }
        DataFolder.open(data).close();
    }

    @Test
    void refusesATemporalServerThatIsNotThere() throws IOException {
        var nobody = new TemporalChoice.Given("127.0.0.1:" + Ports.anyFree());
        try (var folder = DataFolder.open(data)) {
            var ports = Ports.of(folder);
            assertThatThrownBy(() -> EmbeddedTemporal.start(folder, ports, nobody, QUIET))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("answers at " + nobody.address() + ". Start it, or correct --temporal");
        }
    }

    @Test
    void makesSecretsOnceForTheOwnerOnly() throws IOException {
        try (var folder = DataFolder.open(data)) {
            var made = Secrets.of(folder);
            assertThat(made.token()).hasSize(64).isNotEqualTo(made.callback());
            assertThat(Secrets.of(folder)).isEqualTo(made);
            assertThat(made).hasToString("Secrets[...]");
            var permissions = Files.getPosixFilePermissions(folder.file("secrets.properties"));
            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        }
    }

    @Test
    void keepsItsPortsWhileTheyAreFree() throws IOException {
        try (var folder = DataFolder.open(data)) {
            int port = Ports.of(folder).of("store");
            assertThat(Ports.of(folder).of("store")).isEqualTo(port);
            try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(taken.isBound()).isTrue();
                assertThat(Ports.of(folder).of("store")).isNotEqualTo(port);
            }
        }
    }

    @Test
    void givesNoPortThatAConnectionMayTakeMeanwhile() {
        assertThat(IntStream.range(0, 100).map(attempt -> Ports.anyFree())).allMatch(port -> port < 32_768);
    }

    private Infrastructure begin() {
        return Infrastructure.begin(
                DataFolder.open(installed), new Infrastructure.Order(new TemporalChoice.InMemory(), Set.of()), QUIET);
    }

    private static Connection connect(Infrastructure parts, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + parts.postgres().port() + "/" + EmbeddedPostgres.DATABASE,
                EmbeddedPostgres.OWNER,
                password);
    }

    private static ObjectStore store(Infrastructure parts) {
        URI endpoint = parts.store().endpoint();
        var secrets = parts.secrets();
        return new ObjectStore(new StoreSettings(
                endpoint, null, "us-east-1", EmbeddedStore.BUCKET, secrets.storeKey(), secrets.storeSecret()));
    }

    private static long pid(DataFolder folder) throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.file("postgres/data/postmaster.pid")).getFirst());
    }
}
