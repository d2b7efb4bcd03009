package photoset.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.api.Records;
import photoset.api.TestPostgres;
import photoset.workflows.plan.Plan;

class DatabaseTest {
    private final ApplicationContextRunner app = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void defaults() {
        app.run(context -> assertThat(context.getBean(DatabaseSettings.class))
                .isEqualTo(new DatabaseSettings(
                        "localhost", 5432, "photoset", "photoset", null, 20, Duration.ofSeconds(5))));
    }

    @Test
    void everyPropertyIsMapped() {
        app.withPropertyValues(
                        "photoset.database.host=h",
                        "photoset.database.port=1",
                        "photoset.database.name=n",
                        "photoset.database.user=u",
                        "photoset.database.password=p",
                        "photoset.database.pool-max=2",
                        "photoset.database.statement-timeout=1s")
                .run(context -> assertThat(context.getBean(DatabaseSettings.class))
                        .isEqualTo(new DatabaseSettings("h", 1, "n", "u", "p", 2, Duration.ofSeconds(1))));
    }

    @Test
    void aMisspeltOrSenselessPropertyStopsTheStart() {
        for (String wrong : List.of("hots=h", "port=0", "pool-max=0", "statement-timeout=0s")) {
            app.withPropertyValues("photoset.database." + wrong)
                    .run(context -> assertThat(context).hasFailed());
        }
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(new DatabaseSettings("h", 1, "n", "u", "hush", 1, Duration.ofSeconds(1)).toString())
                .doesNotContain("hush");
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

    @Test
    void jobsFromBeforeThereWereVariantsKeepTheirRuleAndTheirPictures() {
        var database = TestPostgres.fresh().migratedTo("1");
        try (var records = new Records(database)) {
            var user = records.user("user1", Plan.FREE, 10);
            var job = records.job(user, "job1", 2);
            records.run("""
                    update jobs set rule = '{"concepts": {"Wall": {"action": "blur"}}, "protect": []}', rule_id = 'rule1',
                        held_items = 2""");
            records.run(
                    "update job_items set output_key = 'o', preview_key = 'p', manifest_key = 'm', changed_pixels = 5"
                            + " where idx = 1");
            records.job(user, "job2", 1);

            database.migrated();

            assertThat(records.line("select id, held_credits, item_credits, variants -> 0 ->> 'id' as variant,"
                            + " variants -> 0 ->> 'rule_id' as rule from jobs order by id"))
                    .isEqualTo("job1 2 1 a rule1, job2 0 1 null null");
            assertThat(records.line("select variants -> 0 -> 'rule' ->> 'concepts' from jobs where id = '" + job + "'"))
                    .isEqualTo("{\"Wall\": {\"action\": \"blur\"}}");
            assertThat(records.line("select * from job_pictures")).isEqualTo("job1 1 a 0 o p m 5 null");
        }
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
        var database = TestPostgres.fresh();
        return new DatabaseSettings(
                "127.0.0.1", database.port(), database.name(), "postgres", null, 2, statementTimeout);
    }

    @EnableConfigurationProperties(DatabaseSettings.class)
    static class Settings {}
}
