package photoset.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.api.TestPostgres;
import photoset.api.database.TlsSettings.Mode;

/** A real server with a certificate for the name localhost, and one that somebody else made. */
class TlsTest {
    private static final String ENCRYPTED = "select ssl from pg_stat_ssl where pid = pg_backend_pid()";
    private static final String PASSWORD = "of the test";

    @TempDir
    private static Path folder;

    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();

    private record Certificate(Path file, String pem, String key) {}

    private static Certificate own;
    private static Certificate other;

    @BeforeAll
    static void turnOn() throws Exception {
        own = certificate("own");
        other = certificate("other");
        write(own.pem(), "server.crt");
        write(own.key(), "server.key");
        run("alter system set ssl = on");
        run("select pg_reload_conf()");
        Awaitility.await().ignoreExceptions().until(() -> encrypted(Mode.REQUIRE, null, "localhost"));
    }

    @AfterAll
    static void turnOff() throws SQLException {
        run("alter system reset ssl");
        run("select pg_reload_conf()");
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = "DISABLE", mode = EnumSource.Mode.EXCLUDE)
    void encryptsRequestsAndMigrations(Mode mode) throws SQLException {
        var root = mode.verifies() ? own.file() : null;
        assertThat(encrypted(mode, root, "localhost")).isTrue();
        assertThat(encryptedByJdbc(mode, root, "localhost")).isTrue();
    }

    @Test
    void encryptsNothingUnlessItIsTold() throws SQLException {
        assertThat(encrypted(Mode.DISABLE, null, "localhost")).isFalse();
        assertThat(encryptedByJdbc(Mode.DISABLE, null, "localhost")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"VERIFY_CA", "VERIFY_FULL"})
    void refusesAServerThatSomebodyElseVouchesFor(Mode mode) {
        assertThatThrownBy(() -> encrypted(mode, other.file(), "localhost")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> encryptedByJdbc(mode, other.file(), "localhost"))
                .hasMessageContaining("SSL error");
    }

    @Test
    void refusesAServerOfAnotherName() throws SQLException {
        assertThatThrownBy(() -> encrypted(Mode.VERIFY_FULL, own.file(), "127.0.0.1"))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> encryptedByJdbc(Mode.VERIFY_FULL, own.file(), "127.0.0.1"))
                .hasMessageContaining("could not be verified");
        assertThat(encryptedByJdbc(Mode.VERIFY_CA, own.file(), "127.0.0.1")).isTrue();
    }

    @Test
    void theRootCertificateGoesWithTheModesThatReadIt() {
        assertThatThrownBy(() -> new TlsSettings(Mode.VERIFY_FULL, null)).hasMessageContaining("is needed");
        assertThatThrownBy(() -> new TlsSettings(Mode.REQUIRE, own.file())).hasMessageContaining("means nothing");
        assertThatThrownBy(() -> new TlsSettings(Mode.VERIFY_CA, folder.resolve("absent")))
                .hasMessageContaining("there is no file");
    }

    private static DatabaseSettings settings(Mode mode, @Nullable Path root, String host) {
        return new DatabaseSettings(
                host,
                DATABASE.port(),
                DATABASE.name(),
                "postgres",
                null,
                null,
                null,
                1,
                Duration.ofSeconds(5),
                new TlsSettings(mode, root));
    }

    private static boolean encrypted(Mode mode, @Nullable Path root, String host) {
        var pool = new DatabaseWiring().connections(settings(mode, root, host));
        try {
            return Boolean.TRUE.equals(DatabaseClient.create(pool)
                    .sql(ENCRYPTED)
                    .map(row -> row.get(0, Boolean.class))
                    .one()
                    .block());
        } finally {
            pool.dispose();
        }
    }

    private static boolean encryptedByJdbc(Mode mode, @Nullable Path root, String host) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(settings(mode, root, host).jdbcUrl(), "postgres", null);
                var rows = connection.createStatement().executeQuery(ENCRYPTED)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static void run(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(DATABASE.jdbcUrl(), "postgres", null)) {
            connection.createStatement().execute(statement);
        }
    }

    /** By the server's own hand, which may be that of another account; it takes no key that others can read. */
    private static void write(String pem, String file) throws SQLException {
        run("copy (select unnest(string_to_array('%s', E'\\n'))) to program 'umask 077; cat > %s'"
                .formatted(pem.strip(), file));
    }

    private static Certificate certificate(String name)
            throws IOException, GeneralSecurityException, InterruptedException {
        var store = folder.resolve(name + ".p12");
        var keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-ext",
                        "bc:c",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString()))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var pem = pem("CERTIFICATE", keys.getCertificate("server").getEncoded());
        var key =
                pem("PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
        return new Certificate(Files.writeString(folder.resolve(name + ".pem"), pem), pem, key);
    }

    private static String pem(String what, byte[] content) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text);
    }
}
