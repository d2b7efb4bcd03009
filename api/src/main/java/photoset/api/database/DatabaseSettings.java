package photoset.api.database;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the records are. Point it at the writer, never at a reader endpoint: money is read from it.
 *
 * @param host of the server
 * @param port of the server
 * @param name of the database
 * @param user as whom the records are read and written: no superuser, owner of nothing. Made at the first start when it is
 *     missing and the migration user may
 * @param password of the user; none is sent when absent
 * @param migrationUser owns the schema and brings it up to date at the start. A process without it waits until another one
 *     has done so, and needs no right to change tables
 * @param migrationPassword of the migration user; none is sent when absent
 * @param poolMax connections of this process; two processes of three roles stay below PostgreSQL's default of 100
 * @param statementTimeout after which the server ends a statement; above every honest one, below a client's patience
 * @param tls how the connection is encrypted
 */
@ConfigurationProperties(prefix = "photoset.database", ignoreUnknownFields = false)
record DatabaseSettings(
        @DefaultValue("localhost") String host,
        @DefaultValue("5432") int port,
        @DefaultValue("photoset") String name,
        @DefaultValue("photoset") String user,
        @Nullable String password,
        @Nullable String migrationUser,
        @Nullable String migrationPassword,
        @DefaultValue("20") int poolMax,
        @DefaultValue("5s") Duration statementTimeout,
        @DefaultValue TlsSettings tls) {
    /** What needs no escaping in SQL. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,62}");

    DatabaseSettings {
        check(port > 0 && port <= 65_535, "port must be 1 to 65535, was " + port);
        check(NAME.matcher(user).matches(), "user must be a name such as photoset, was " + user);
        check(
                !user.equals(migrationUser),
                "migration-user must be another one than user: who owns the books could change them");
        check(poolMax > 0, "pool-max must be at least 1, was " + poolMax);
        check(statementTimeout.isPositive(), "statement-timeout must be positive, was " + statementTimeout);
    }

    /** The address for JDBC, which migrations use. */
    String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s%s".formatted(host, port, name, tls.jdbcParameters());
    }

    private static void check(boolean kept, String broken) {
        if (!kept) {
            throw new IllegalArgumentException("photoset.database." + broken + ".");
        }
    }

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + jdbcUrl() + ", user=" + user + "]";
    }
}
