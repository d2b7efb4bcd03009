package photoset.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.api.Records;
import photoset.api.TestPostgres;
import photoset.workflows.plan.Plan;

class DatabaseTest {
    private static final TlsSettings PLAIN = new TlsSettings(TlsSettings.Mode.DISABLE, null);

    private final ApplicationContextRunner app = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void defaults() {
        app.run(context -> assertThat(context.getBean(DatabaseSettings.class))
                .isEqualTo(new DatabaseSettings(
                        "localhost",
                        5432,
                        "photoset",
                        "photoset",
                        null,
                        null,
                        null,
                        20,
                        Duration.ofSeconds(5),
                        PLAIN)));
    }

    @Test
    void everyPropertyIsMapped() {
        app.withPropertyValues(
                        "photoset.database.host=h",
                        "photoset.database.port=1",
                        "photoset.database.name=n",
                        "photoset.database.user=u",
                        "photoset.database.password=p",
                        "photoset.database.migration-user=m",
                        "photoset.database.migration-password=n",
                        "photoset.database.pool-max=2",
                        "photoset.database.statement-timeout=1s")
                .run(context -> assertThat(context.getBean(DatabaseSettings.class))
                        .isEqualTo(new DatabaseSettings(
                                "h", 1, "n", "u", "p", "m", "n", 2, Duration.ofSeconds(1), PLAIN)));
    }

    @Test
    void aMisspeltOrSenselessPropertyStopsTheStart() {
        for (String wrong : List.of(
                "hots=h", "port=0", "pool-max=0", "statement-timeout=0s", "user=a\"b", "migration-user=photoset")) {
            app.withPropertyValues("photoset.database." + wrong)
                    .run(context -> assertThat(context).hasFailed());
        }
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(new DatabaseSettings("h", 1, "n", "u", "hush", "o", "quiet", 1, Duration.ofSeconds(1), PLAIN)
                        .toString())
                .doesNotContain("hush", "quiet");
    }

    @Test
    void twoProcessesThatStartAtOnceBothMigrate() throws InterruptedException, ExecutionException {
        var settings = settings(Duration.ofSeconds(5));
        try (var starts = Executors.newFixedThreadPool(2)) {
            Callable<Integer> start =
                    () -> new DatabaseWiring().migrations(settings).migrate().migrationsExecuted;
            int executed = 0;
            for (Future<Integer> one : starts.invokeAll(List.of(start, start))) {
                executed += one.get();
            }
            assertThat(executed).isPositive();
            assertThat(new DatabaseWiring().migrations(settings).migrate().migrationsExecuted)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing_events", "account_changes"})
    void theBooksOnlyGrowWhateverTheApiSays(String table) {
        var database = TestPostgres.fresh();
        start(settings(database, TestPostgres.APP, TestPostgres.OWNER, Duration.ofSeconds(5)));
        try (var records = new Records(database)) {
            records.user("user1", Plan.FREE, 10);
            for (var statement : List.of(
                    "update " + table + " set user_id = user_id",
                    "delete from " + table,
                    "truncate " + table,
                    "drop table " + table,
                    "alter table " + table + " add column more int")) {
                assertThatThrownBy(() -> records.run(statement))
                        .as(statement)
                        .hasStackTraceContaining(
                                statement.startsWith("drop") || statement.startsWith("alter")
                                        ? "must be owner"
                                        : "permission denied");
            }
            assertThat(records.line("select amount from billing_events")).isEqualTo("10");
        }
    }

    @Test
    void aRoleThatCouldRewriteTheBooksStopsTheStart() {
        var database = TestPostgres.fresh();
        database.runAsOwner("create role boss superuser login");
        assertThatThrownBy(() -> start(settings(database, "boss", TestPostgres.OWNER, Duration.ofSeconds(5))))
                .hasMessageContaining("photoset.database.user boss may change billing_events");
    }

    @Test
    void theRoleThatServesIsMadeWithAHashedPassword() {
        var database = TestPostgres.fresh();
        start(settings(database, "served", TestPostgres.OWNER, Duration.ofSeconds(5)));
        start(settings(database, "served", TestPostgres.OWNER, Duration.ofSeconds(5)));
        database.runAsOwner("""
                do $$ begin
                    if (select rolsuper or rolcreaterole or rolcreatedb or rolpassword not like 'SCRAM-SHA-256$%' from pg_authid
                         where rolname = 'served') then raise 'too much, or no password'; end if;
                end $$""");
    }

    @Test
    void anOwnerWhoMayNotMakeRolesSaysWhatToDo() {
        var database = TestPostgres.fresh();
        database.runAsOwner("create role narrow login");
        database.runAsOwner("grant create on schema public to narrow");
        assertThatThrownBy(() -> start(settings(database, "unknown", "narrow", Duration.ofSeconds(5))))
                .hasStackTraceContaining("Make it with: create role unknown login password");
        start(settings(database, TestPostgres.APP, "narrow", Duration.ofSeconds(5)));
    }

    @Test
    void aProcessWithoutTheOwnersPasswordWaitsForTheSchema() {
        var database = TestPostgres.fresh();
        var waiting = settings(database, TestPostgres.APP, null, Duration.ofSeconds(5));
        var flyway = new DatabaseWiring().migrations(waiting);
        assertThatThrownBy(() -> Migrations.demandMigrated(flyway)).hasMessageContaining("lacks: 1.");
        var start = CompletableFuture.runAsync(() -> start(waiting));
        start(settings(database, TestPostgres.APP, TestPostgres.OWNER, Duration.ofSeconds(5)));
        assertThat(start).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void aStatementThatTakesTooLongEnds() {
        var pool = new DatabaseWiring().connections(settings(Duration.ofMillis(100)));
        try {
            var sleep = DatabaseClient.create(pool).sql("select pg_sleep(60)").then();
            assertThatThrownBy(sleep::block).hasStackTraceContaining("statement timeout");
        } finally {
            pool.dispose();
        }
    }

    private static DatabaseSettings settings(Duration statementTimeout) {
        return settings(TestPostgres.fresh(), TestPostgres.APP, TestPostgres.OWNER, statementTimeout);
    }

    private static DatabaseSettings settings(
            TestPostgres.Database database, String user, @Nullable String owner, Duration statementTimeout) {
        return new DatabaseSettings(
                "127.0.0.1", database.port(), database.name(), user, "hush", owner, null, 2, statementTimeout, PLAIN);
    }

    private static void start(DatabaseSettings settings) {
        new Migrations(settings).migrate(new DatabaseWiring().migrations(settings));
    }

    @EnableConfigurationProperties(DatabaseSettings.class)
    static class Settings {}
}
