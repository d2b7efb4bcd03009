package photoset.api.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Brings the schema to this version as its owner, or waits for the process that does; then makes sure that the role that
 * serves cannot rewrite what was booked. Flyway's own lock makes two starts at once safe.
 */
final class Migrations implements FlywayMigrationStrategy {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** How often a process without the owner's password looks for the schema: its neighbor may take so long to start. */
    private static final int LOOKS_MAX = 120;

    private static final String MAY_REWRITE = """
            select has_table_privilege('billing_events', 'UPDATE, DELETE, TRUNCATE')
                or has_table_privilege('account_changes', 'UPDATE, DELETE, TRUNCATE')""";

    private final DatabaseSettings settings;

    Migrations(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Override
    public void migrate(Flyway flyway) {
        if (settings.migrationUser() == null) {
            Mono.fromRunnable(() -> demandMigrated(flyway))
                    .retryWhen(Retry.fixedDelay(LOOKS_MAX, LOOK_EVERY)
                            .onRetryExhaustedThrow((_, signal) -> signal.failure()))
                    .block();
        } else {
            flyway.migrate();
        }
        demandAppendOnly();
    }

    static void demandMigrated(Flyway flyway) {
        int pending = flyway.info().pending().length;
        if (pending > 0) {
            throw new IllegalStateException("Migrations that the schema of the database lacks: " + pending + ". "
                    + "A process with photoset.database.migration-user makes them at its start.");
        }
    }

    private void demandAppendOnly() {
        try (var connection = DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(MAY_REWRITE)) {
            if (!answer.next() || answer.getBoolean(1)) {
                throw new IllegalStateException("photoset.database.user " + settings.user()
                        + " may change billing_events, which only grow. Use a role that is no superuser and owns nothing; "
                        + "photoset.database.migration-user owns the schema.");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The rights of the role " + settings.user() + " cannot be read.", failure);
        }
    }
}
