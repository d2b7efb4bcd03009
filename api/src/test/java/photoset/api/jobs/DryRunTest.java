package photoset.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.Api.Answer;
import photoset.api.RunningApi;

/** What segment and execute would do, and what is said of a job that is at work. */
class DryRunTest {
    private static final RunningApi RUNNING = RunningApi.shared();
    private static final String WALL = """
            {"concepts": {"Wall": {"action": "recolor", "value": "#AABBCC"}}, "protect": []}""";
    private static final String TWO = """
            {"protect": [], "variants": [
                {"id": "x", "concepts": {"Wall": {"action": "recolor", "value": "#AABBCC"}}},
                {"id": "y", "concepts": {"Wall": {"action": "recolor", "value": "#CCBBAA"}}}]}""";
    private static final String WINDOW = "{\"concepts\": [\"Window\"]}";

    private final Api api = RUNNING.free();

    @Test
    void aQuoteChangesNothing() {
        var job = api.job(3);
        RUNNING.workers.broken.add(job + "/1");
        api.post("/jobs/" + job + "/confirm-upload", null);
        var before = RUNNING.records.line("select * from jobs where id = '" + job + "'");

        var execute = quoted(job, "execute", TWO);
        assertThat(execute.status()).as(execute.body()).isEqualTo(200);
        assertThat(execute.text("$.data.status")).isEqualTo("uploaded");
        assertThat(execute.text("$.data.quote")).startsWith("{items=2, variants=2, credits=4");
        var segment = quoted(job, "segment", WINDOW);
        assertThat(segment.status()).as(segment.body()).isEqualTo(200);
        assertThat(segment.text("$.data.quote")).startsWith("{items=2, variants=0, credits=0");

        assertThat(RUNNING.records.line("select * from jobs where id = '" + job + "'"))
                .isEqualTo(before);
        assertThat(RUNNING.workers.segmented(job)).isEmpty();
        assertThat(api.credits()).isEqualTo("8 2");
        assertThat(api.post("/jobs/" + job + "/execute", WALL).status()).isEqualTo(202);
        api.awaited(job, "done");
        var later = quoted(api.uploadedJob(1), "execute", WALL);
        assertThat(later.at("$.data.quote.seconds")).isInstanceOf(Integer.class);
    }

    @Test
    void aQuoteIsRefusedAsTheCallWouldBe() {
        var job = api.job(2);
        same(job, "execute", WALL, "409 INVALID_TRANSITION");
        same(job, "segment", WINDOW, "409 INVALID_TRANSITION");
        api.post("/jobs/" + job + "/confirm-upload", null);
        same(
                job,
                "execute",
                "{\"concepts\": {\"Sofa\": {\"action\": \"recolor\", \"value\": \"#AABBCC\"}}}",
                "422 UNKNOWN_CONCEPT");
        same(job, "execute", "{\"rule_id\": \"rule_none\"}", "404 RULE_NOT_FOUND");
        same(job, "segment", "{\"concepts\": [\"Sofa\"]}", "400 VALIDATION_FAILED");
        RUNNING.records.run("update credit_accounts set available = 1 where user_id = '" + RunningApi.user(api) + "'");
        same(job, "execute", TWO, "402 INSUFFICIENT_CREDITS");
        var gate = new CountDownLatch(1);
        RUNNING.workers.slow.put(job, gate);
        api.post("/jobs/" + job + "/segment", WINDOW);
        same(job, "execute", WALL, "409 INVALID_TRANSITION");
        same(job, "segment", WINDOW, "409 INVALID_TRANSITION");
        gate.countDown();
        await().until(() ->
                api.get("/jobs/" + job).text("$.data.job.segmentation.status").equals("done"));
        assertThat(RUNNING.free()
                        .post("/jobs/" + job + "/execute?dry_run=true", WALL)
                        .code())
                .isEqualTo("JOB_NOT_FOUND");
        api.post("/jobs/" + job + "/cancel", null);
        same(job, "execute", WALL, "409 ALREADY_CANCELED");
        same(job, "segment", WINDOW, "409 ALREADY_CANCELED");
    }

    /** The dry run first: the call itself may change what the next one is told. */
    private void same(String job, String call, String body, String refusal) {
        var quoted = quoted(job, call, body);
        var called = api.post("/jobs/" + job + "/" + call, body);
        assertThat(quoted.status() + " " + quoted.code()).as(call + body).isEqualTo(refusal);
        assertThat(called.text("$.error")).isEqualTo(quoted.text("$.error"));
    }

    @Test
    void aJobAtWorkSaysItsPlaceAndItsTime() {
        var job = api.uploadedJob(2);
        assertThat(api.get("/jobs/" + job).body()).doesNotContain("queue_position", "eta_seconds");
        var gate = new CountDownLatch(1);
        RUNNING.workers.slow.put(job, gate);
        api.post("/jobs/" + job + "/execute", WALL);
        var running = api.awaited(job, "running");

        assertThat((Integer) running.at("$.data.job.queue_position")).isPositive();
        gate.countDown();
        assertThat(api.awaited(job, "done").body()).doesNotContain("queue_position", "eta_seconds");
    }

    private Answer quoted(String job, String call, String body) {
        return api.post("/jobs/" + job + "/" + call + "?dry_run=true", body);
    }
}
