package photoset.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.Api.Answer;
import photoset.api.RunningApi;
import photoset.api.probe.Wire;

/** What failed of a job is run again, over HTTP. */
class RetryFlowTest {
    private static final RunningApi RUNNING = RunningApi.shared();
    private static final String WALL = """
            {"concepts": {"Wall": {"action": "recolor", "value": "#AABBCC"}}, "protect": []}""";

    private final Api api = RUNNING.free();

    @Test
    void onlyWhatFailedIsRunAgainAndPaid() {
        var job = api.job(4);
        RUNNING.workers.broken.add(job + "/0");
        RUNNING.workers.unrenderable.add(job + "/1");
        RUNNING.workers.unsegmentable.add(job + "/2");
        var ended = done(job);
        assertThat(ended.at("$.data.job.credits")).hasToString("{held=4, captured=1, released=3}");
        var lastEvent = RUNNING.records.line("select last_seq from jobs where id = '" + job + "'");
        healthy();

        var accepted = retry(job);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        assertThat(accepted.text("$.data.status")).isEqualTo("queued");
        var again = api.awaited(job, "done");

        assertThat(again.at("$.data.job.items[*].status")).hasToString("[\"failed\",\"done\",\"done\",\"done\"]");
        assertThat(again.at("$.data.job.items[*].error.code")).hasToString("[\"UNREADABLE_PHOTO\"]");
        assertThat(again.at("$.data.job.retries")).isEqualTo(1);
        assertThat(again.at("$.data.job.credits")).hasToString("{held=6, captured=3, released=3}");
        assertThat(again.at("$.data.job.download_urls[*].idx")).hasToString("[1,2,3]");
        assertThat(api.credits()).isEqualTo("7 0");
        assertThat(RUNNING.workers.segmented(job)).as("1, 2 and 3, then 2").hasSize(4);
        assertThat(api.get("/jobs/" + job + "/events?last_event_id=" + lastEvent)
                        .body())
                .contains(
                        "{\"retry\": 1, \"status\": \"queued\"}",
                        "{\"idx\": 1, \"status\": \"pending\"}",
                        "{\"done\": 3, \"total\": 4, \"failed\": 1}",
                        "{\"status\": \"done\", \"end_reason\": \"finished\"}")
                .doesNotContain("{\"idx\": 3");
        assertThat(said(retry(job))).isEqualTo("409 INVALID_TRANSITION");
        assertThat(retry(job).body()).contains("were refused at confirm-upload");
    }

    @Test
    void retriesAtOnceAreOne() {
        var job = partlyFailed(3);
        healthy();
        Stream.generate(() -> job)
                .limit(4)
                .parallel()
                .forEach(one -> assertThat(said(retry(one))).isIn("202 null", "409 INVALID_TRANSITION"));

        await().until(() ->
                api.get("/jobs/" + job).text("$.data.job.done_items").equals("3"));
        assertThat(api.get("/jobs/" + job).at("$.data.job.retries")).isEqualTo(1);
        assertThat(api.awaited(job, "done").at("$.data.job.credits")).hasToString("{held=4, captured=3, released=1}");
    }

    @Test
    void aRetryWhoseAnswerGotLostIsNotRunTwice() throws Exception {
        var job = partlyFailed(2);
        healthy();
        var key = new String[] {"Idempotency-Key", "of this retry"};
        try (var _ = Wire.losesAnswers("ExecuteMultiOperation", job)) {
            assertThat(said(api.post("/jobs/" + job + "/retry", null, key))).isEqualTo("503 UNAVAILABLE");
        }
        await().until(() ->
                api.get("/jobs/" + job).text("$.data.job.done_items").equals("2"));
        api.awaited(job, "done");

        assertThat(said(api.post("/jobs/" + job + "/retry", null, key))).isEqualTo("202 null");
        assertThat(said(retry(job))).isEqualTo("409 INVALID_TRANSITION");
        assertThat(api.get("/jobs/" + job).at("$.data.job.retries")).isEqualTo(1);
    }

    @Test
    void saysWhyThereIsNothingToRetry() {
        var waiting = api.job(1);
        assertThat(retry(waiting).text("$.error.message")).contains("is created. Wait for its end");
        api.post("/jobs/" + waiting + "/cancel", null);
        assertThat(said(retry(waiting))).isEqualTo("409 ALREADY_CANCELED");
        assertThat(retry(waiting).body()).contains("source_job_id");

        var good = api.job(1);
        done(good);
        assertThat(retry(good).body()).contains("No photo of the job failed");

        var failed = partlyFailed(2);
        assertThat(said(RUNNING.free().post("/jobs/" + failed + "/retry", null)))
                .isEqualTo("404 JOB_NOT_FOUND");
        assertThat(said(api.post("/jobs/no.job/retry", null))).isEqualTo("404 JOB_NOT_FOUND");
        RUNNING.records.run("update jobs set retries = 5 where id = '" + failed + "'");
        assertThat(retry(failed).body()).contains("retried 5 times");
        RUNNING.records.run("update jobs set retries = 0, pictures = 'expired' where id = '" + failed + "'");
        assertThat(said(retry(failed))).isEqualTo("409 INVALID_TRANSITION");
        assertThat(retry(failed).body()).contains("Upload them in a new job");
    }

    @Test
    void creditsAndThePlanHoldForARetryToo() {
        var job = partlyFailed(2);
        available(0);
        var refused = retry(job);
        assertThat(said(refused)).isEqualTo("402 INSUFFICIENT_CREDITS");
        assertThat(refused.at("$.error.details[0]")).hasToString("{needed=1, available=0}");
        available(5);
        var open = api.job(1);
        var full = retry(job);
        assertThat(said(full)).isEqualTo("429 CONCURRENCY_LIMIT");
        assertThat(full.details()).containsEntry("open_job", open);
        assertThat(api.get("/jobs/" + job).text("$.data.job.status")).isEqualTo("done");
        api.post("/jobs/" + open + "/cancel", null);
        healthy();
        assertThat(retry(job).status()).isEqualTo(202);
        assertThat(said(api.post("/jobs", "{\"preset\": \"interior\", \"item_count\": 1}")))
                .isIn("429 CONCURRENCY_LIMIT", "201 null");
    }

    @Test
    void aRetryMayBeCanceled() {
        var job = partlyFailed(3);
        healthy();
        RUNNING.workers.slow.put(job, new CountDownLatch(1));
        RUNNING.records.run("delete from job_found where job_id = '" + job + "'");
        assertThat(retry(job).status()).isEqualTo(202);
        api.awaited(job, "running");
        assertThat(retry(job).body()).contains("The job is running. Wait for its end");

        assertThat(api.post("/jobs/" + job + "/cancel", null).status()).isEqualTo(200);
        var canceled = api.awaited(job, "canceled");
        assertThat(canceled.at("$.data.job.items[*].status")).hasToString("[\"done\",\"canceled\",\"done\"]");
        assertThat(canceled.at("$.data.job.credits")).hasToString("{held=4, captured=2, released=2}");
        assertThat(api.credits()).isEqualTo("8 0");
    }

    @Test
    void aProviderReportsARetriedPhotoUnderANewName() {
        var job = api.uploadedJob(1);
        var waiting = RUNNING.workers.external(job);
        api.post("/jobs/" + job + "/execute", WALL);
        var provider = RUNNING.stranger();
        var first = await().until(waiting::poll, id -> id != null);
        assertThat(report(provider, job, first, "failed").status()).isEqualTo(200);
        api.awaited(job, "failed");

        assertThat(retry(job).status()).isEqualTo(202);
        var second = await().until(waiting::poll, id -> id != null);
        assertThat(second).isNotEqualTo(first);
        assertThat(report(provider, job, first, "done").text("$.data.duplicate"))
                .isEqualTo("true");
        assertThat(report(provider, job, second, "done").text("$.data.duplicate"))
                .isEqualTo("false");
        api.awaited(job, "done");
        assertThat(api.credits()).isEqualTo("9 0");
    }

    private static Answer report(Api provider, String job, String activity, String status) {
        var outcome = status.equals("done")
                ? "\"done\", \"instances\": []"
                : "\"failed\", \"error\": {\"code\": \"BUSY\", \"message\": \"Later.\"}";
        return provider.post(
                "/jobs/" + job + "/callback",
                "{\"idx\": 0, \"status\": %s, \"idempotency_key\": \"%s.0:0\"}".formatted(outcome, activity),
                "Authorization",
                "Bearer " + RunningApi.CALLBACK_SECRET);
    }

    private Answer retry(String job) {
        return api.post("/jobs/" + job + "/retry", null);
    }

    private static String said(Answer answer) {
        return answer.status() + " " + (answer.body().contains("\"error\":null") ? null : answer.code());
    }

    /** A job whose photo 1 was segmented, and not delivered. */
    private String partlyFailed(int photos) {
        var job = api.job(photos);
        RUNNING.workers.unrenderable.add(job + "/1");
        done(job);
        return job;
    }

    private static void healthy() {
        for (var ill : List.of(RUNNING.workers.unrenderable, RUNNING.workers.unsegmentable)) {
            ill.clear();
        }
    }

    private Answer done(String job) {
        api.post("/jobs/" + job + "/confirm-upload", null);
        api.post("/jobs/" + job + "/execute", WALL);
        return api.awaited(job, "done");
    }

    private void available(int credits) {
        RUNNING.records.run("update credit_accounts set available = " + credits + " where user_id = '"
                + RunningApi.user(api) + "'");
    }
}
