package photoset.api.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the records are. Point it at the writer, never at a reader endpoint: money is read from it.
 *
 * @param host of the server
 * @param port of the server
 * @param name of the database; its schema is migrated at the start
 * @param user that owns the schema
 * @param password of the user; none is sent when absent
 * @param poolMax connections of this process; two processes of three roles stay below PostgreSQL's default of 100
 * @param statementTimeout after which the server ends a statement; above every honest one, below a client's patience
 */
@ConfigurationProperties(prefix = "photoset.database", ignoreUnknownFields = false)
record DatabaseSettings(
        @DefaultValue("localhost") String host,
        @DefaultValue("5432") int port,
        @DefaultValue("photoset") String name,
        @DefaultValue("photoset") String user,
        @Nullable String password,
        @DefaultValue("20") int poolMax,
        @DefaultValue("5s") Duration statementTimeout) {
    DatabaseSettings {
        check(port > 0 && port <= 65_535, "port must be 1 to 65535, was " + port);
        check(poolMax > 0, "pool-max must be at least 1, was " + poolMax);
        check(statementTimeout.isPositive(), "statement-timeout must be positive, was " + statementTimeout);
    }

    /** The address for JDBC, which migrations use. */
    String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    private static void check(boolean kept, String broken) {
        if (!kept) {
            throw new IllegalArgumentException("photoset.database." + broken + ".");
        }
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + jdbcUrl() + ", user=" + user + "]";
    }
}
