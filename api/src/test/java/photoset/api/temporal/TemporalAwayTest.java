package photoset.api.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import photoset.api.Api;
import photoset.api.Records;
import photoset.api.RunningApi;
import photoset.api.TestPostgres;
import photoset.objects.FreePorts;
import photoset.workflows.JobId;

/**
 * Both roles, with an address of Temporal where nobody answers: they start all the same. The context stays open until the
 * JVM ends: to close it would close the event loops of every server in it.
 */
class TemporalAwayTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final ConfigurableApplicationContext CONTEXT = RunningApi.start(
            DATABASE,
            "127.0.0.1:" + FreePorts.any(),
            "--photoset.temporal-client.start-max=500ms",
            "--photoset.temporal-client.update-max=500ms");
    /** The default. */
    private static final int POOL_MAX = 20;

    private static final Records RECORDS = new Records(DATABASE);

    private final Api api = Api.at(RunningApi.port(CONTEXT)).signedUp();

    @AfterAll
    static void close() {
        RECORDS.close();
    }

    @Test
    void aJobThatCannotBeStartedTakesNoSlot() {
        for (int time = 0; time < 2; time++) {
            var refused = api.post("/jobs", "{\"preset\": \"interior\", \"item_count\": 1}");
            assertThat(refused.status() + " " + refused.code())
                    .as(refused.body())
                    .isEqualTo("503 UNAVAILABLE");
            assertThat(refused.headers().getFirst("Retry-After")).isEqualTo("2");
        }
        assertThat(api.get("/jobs").at("$.data")).hasToString("[]");
        assertThat(api.get("/me").at("$.data.concurrent_jobs")).isEqualTo(0);
    }

    @Test
    void aCallOnAJobSaysThatItMayBeRepeatedAndChangesNothing() {
        var user = RunningApi.user(api);
        var job = RECORDS.job(user, "job_" + user, 2);
        for (String call : new String[] {"confirm-upload", "cancel"}) {
            var refused = api.post("/jobs/" + job + "/" + call, null);
            assertThat(refused.status() + " " + refused.code()).as(call).isEqualTo("503 UNAVAILABLE");
            assertThat(refused.text("$.error.message")).contains("Repeating the call is safe");
        }
        assertThat(RECORDS.status(job)).isEqualTo("created");
        assertThat(RECORDS.account(user)).isEqualTo("10 0 0");
        assertThat(api.get("/jobs/" + job).status())
                .as("reading needs no Temporal")
                .isEqualTo(200);
    }

    @Test
    void reportsThatWaitForTemporalHoldNoConnectionOfTheDatabase() throws InterruptedException, ExecutionException {
        var job = RECORDS.job(RunningApi.user(api), "job_reported", 1);
        RECORDS.run("""
                update jobs set status = 'running', variants = '[{"id": "a", "rule": {"concepts": {}, "protect": []}}]'
                where id = 'job_reported'""");
        int more = POOL_MAX + 5;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = IntStream.range(0, more)
                    .mapToObj(i -> threads.submit(() -> report(job, i)))
                    .toList();
            await().until(() ->
                    RECORDS.line("select count(*) from callback_receipts").equals("" + more));
            assertThat(api.get("/me").status()).isEqualTo(200);

            for (var answer : waiting) {
                assertThat(answer.get().code()).isEqualTo("UNAVAILABLE");
            }
        }
        assertThat(RECORDS.line("select count(*) from callback_receipts"))
                .as("every report may come again")
                .isEqualTo("0");
    }

    private Api.Answer report(JobId job, int i) {
        return api.post(
                "/jobs/" + job + "/callback", """
                {"idx": 0, "status": "done", "instances": [], "idempotency_key": "a.0:%d"}""".formatted(i), "X-Callback-Secret", RunningApi.CALLBACK_SECRET);
    }
}
