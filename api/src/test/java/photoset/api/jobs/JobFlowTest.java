package photoset.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.RunningApi;
import photoset.workflows.rendering.ResolvedAction;

/** A user's way through a job, over HTTP, with Temporal and PostgreSQL behind it. */
class JobFlowTest {
    private static final RunningApi RUNNING = RunningApi.shared();
    private static final String WALL = """
            {"concepts": {"Wall": {"action": "recolor", "value": "#AABBCC"}}}""";

    private final Api api = RUNNING.free();

    @Test
    void anAlbumGoesInAndIsDeliveredAndPaidOnce() {
        var created = api.post("/jobs", """
                {"preset": "interior", "items": [
                    {"content_type": "image/jpeg", "size": 1000, "filename": "living room.jpg"},
                    {"content_type": "image/png", "size": 2000, "sha256": "%s"}]}""".formatted("AB".repeat(32)));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        var job = created.text("$.data.job_id");
        assertThat(created.text("$.data.quote")).startsWith("{items=2, variants=1, credits=2");
        assertThat(created.text("$.data.confirm_url")).isEqualTo("/jobs/" + job + "/confirm-upload");
        assertThat(created.text("$.data.presigned_urls[1].url"))
                .contains("/photoset/uploads/")
                .contains(job + "/1?", "X-Amz-Signature", "X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost");
        assertThat(created.text("$.data.presigned_urls[0].headers.Content-Type"))
                .isEqualTo("image/jpeg");

        var confirmed = api.post("/jobs/" + job + "/confirm-upload", null);
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.text("$.data.status")).isEqualTo("uploaded");
        assertThat(confirmed.at("$.data.items[*].status")).hasToString("[\"pending\",\"pending\"]");
        assertThat(api.credits()).isEqualTo("8 2");
        assertThat(api.get("/jobs/" + job).text("$.data.job.items[1].view_url"))
                .contains("/inputs/", job + "/1.view.jpg?", "X-Amz-Signature");

        var executed = api.post("/jobs/" + job + "/execute", WALL);
        assertThat(executed.status()).as(executed.body()).isEqualTo(202);
        assertThat(executed.text("$.data.status")).isEqualTo("queued");

        var done = api.awaited(job, "done");
        assertThat(done.at("$.data.job.items[*].status")).hasToString("[\"done\",\"done\"]");
        assertThat(done.text("$.data.job.download_urls[1].output_url"))
                .contains("/outputs/", job + "/a/1.png?", "X-Amz-Signature");
        assertThat(done.at("$.data.job.credits")).hasToString("{held=2, captured=2, released=0}");
        assertThat(done.text("$.data.job.end_reason")).isEqualTo("finished");
        assertThat(done.text("$.data.job.rule.concepts.Wall.value")).isEqualTo("#AABBCC");
        assertThat(api.credits()).isEqualTo("8 0");

        var spec = RUNNING.workers.rendered(job, 0).specs().getFirst();
        assertThat(spec.actions()).containsExactly(new ResolvedAction.Recolor("Wall", "#aabbcc", 1));
        assertThat(spec.watermarked()).isTrue();
        assertThat(spec.protect()).contains("Grout", "Frame_Molding");
    }

    @Test
    void aConfirmationMayBeRepeatedAndHoldsOnce() {
        var job = api.job(2);
        var first = api.post("/jobs/" + job + "/confirm-upload", null);
        var again = api.post("/jobs/" + job + "/confirm-upload", null);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("$.data")).isEqualTo(first.text("$.data"));
        assertThat(api.credits()).isEqualTo("8 2");
    }

    @Test
    void namesThePhotosThatAreMissing() {
        var job = api.job(3);
        RUNNING.workers.missing.addAll(List.of(job + "/0", job + "/2"));

        var refused = api.post("/jobs/" + job + "/confirm-upload", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("UPLOAD_INCOMPLETE");
        assertThat(refused.at("$.error.details[*].idx")).hasToString("[0,2]");
        assertThat(api.credits()).isEqualTo("10 0");

        RUNNING.workers.missing.clear();
        assertThat(api.post("/jobs/" + job + "/confirm-upload", null).status()).isEqualTo(200);
    }

    @Test
    void aBrokenPhotoAndOneThatCannotBeSegmentedCostNothing() {
        var job = api.job(4);
        RUNNING.workers.broken.add(job + "/1");
        RUNNING.workers.unsegmentable.add(job + "/2");

        var confirmed = api.post("/jobs/" + job + "/confirm-upload", null);
        assertThat(confirmed.text("$.data.items[1].error.code")).isEqualTo("UNREADABLE_PHOTO");
        assertThat(api.credits()).isEqualTo("7 3");
        api.post("/jobs/" + job + "/execute", WALL);

        var done = api.awaited(job, "done");
        assertThat(done.at("$.data.job.items[*].status")).hasToString("[\"done\",\"failed\",\"failed\",\"done\"]");
        assertThat(done.text("$.data.job.items[2].error.code")).isEqualTo("UNKNOWN_CONCEPT");
        assertThat(done.at("$.data.job.download_urls[*].idx")).hasToString("[0,3]");
        assertThat(done.at("$.data.job.credits")).hasToString("{held=4, captured=2, released=2}");
        assertThat(api.credits()).isEqualTo("8 0");
    }

    @Test
    void refusesTooFewCreditsAndSaysHowMany() {
        var job = api.job(3);
        RUNNING.records.run("update credit_accounts set available = 2 where user_id = '" + RunningApi.user(api) + "'");

        var refused = api.post("/jobs/" + job + "/confirm-upload", null);
        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.code()).isEqualTo("INSUFFICIENT_CREDITS");
        assertThat(refused.at("$.error.details[0]")).hasToString("{needed=3, available=2}");
        RUNNING.records.run("update credit_accounts set available = 10 where user_id = '" + RunningApi.user(api) + "'");
    }

    @Test
    void anExecutionNeedsAConfirmedUpload() {
        var job = api.job(1);
        var refused = api.post("/jobs/" + job + "/execute", WALL);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("INVALID_TRANSITION");
        assertThat(refused.text("$.error.message")).contains("confirm-upload");
    }

    @Test
    void aCancelStopsTheWorkAndReleasesWhatWasNotDelivered() {
        var job = api.job(2);
        RUNNING.workers.slow.put(job, new CountDownLatch(1));
        api.post("/jobs/" + job + "/confirm-upload", null);
        api.post("/jobs/" + job + "/execute", WALL);
        api.awaited(job, "running");

        var canceled = api.post("/jobs/" + job + "/cancel", null);
        assertThat(canceled.status()).as(canceled.body()).isEqualTo(200);
        assertThat(canceled.at("$.data.canceled")).isEqualTo(true);

        var after = api.awaited(job, "canceled");
        assertThat(after.at("$.data.job.credits")).hasToString("{held=2, captured=0, released=2}");
        assertThat(api.credits()).isEqualTo("10 0");

        var again = api.post("/jobs/" + job + "/cancel", null);
        assertThat(again.status() + " " + again.code()).isEqualTo("409 ALREADY_CANCELED");
        var confirm = api.post("/jobs/" + job + "/confirm-upload", null);
        assertThat(confirm.status() + " " + confirm.code()).isEqualTo("409 ALREADY_CANCELED");
    }

    @Test
    void anEndedJobTakesNoCalls() {
        var job = done(1);
        for (String call : List.of("cancel", "confirm-upload")) {
            var refused = api.post("/jobs/" + job + "/" + call, null);
            assertThat(refused.status() + " " + refused.code()).as(call).isEqualTo("409 INVALID_TRANSITION");
        }
        var another = WALL.replace("Wall", "Floor");
        assertThat(api.post("/jobs/" + job + "/execute", another).status()).isEqualTo(409);
    }

    @Test
    void aLostStartHealsAtTheConfirmation() {
        var job = api.job(1);
        var workflow = RUNNING.workers.client().newUntypedWorkflowStub("job/" + job);
        workflow.terminate("a test");
        // The start that never was: the same row under an id that Temporal has not seen.
        var lost = job + "_lost";
        RUNNING.records.run("""
                with j as (
                    insert into jobs
                        (id, user_id, preset, plan, status, total_items, last_seq, execute_window, expires_at)
                    select '%1$s', user_id, preset, plan, status, total_items, last_seq, execute_window, expires_at
                    from jobs where id = '%2$s')
                insert into job_items (job_id, idx, status, upload_key, content_type, declared_bytes)
                select '%1$s', idx, status, upload_key, content_type, declared_bytes
                from job_items where job_id = '%2$s'
                """.formatted(lost, job));

        var confirmed = api.post("/jobs/" + lost + "/confirm-upload", null);
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.text("$.data.status")).isEqualTo("uploaded");
        api.post("/jobs/" + lost + "/cancel", null);

        var canceled = api.post("/jobs/" + job + "/cancel", null);
        assertThat(canceled.status())
                .as("settled by the records alone: " + canceled.body())
                .isEqualTo(200);
        assertThat(RUNNING.records.line("select status from jobs where id = '" + job + "'"))
                .isEqualTo("canceled");
    }

    @Test
    void aJobMayTakeThePhotosOfAnother() {
        var source = done(2);
        var created = api.post("/jobs", "{\"preset\": \"interior\", \"source_job_id\": \"" + source + "\"}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.at("$.data.presigned_urls")).hasToString("[]");
        var job = created.text("$.data.job_id");

        assertThat(RUNNING.records.words("select upload_key from job_items where job_id = '" + job + "' order by idx"))
                .isEqualTo(RUNNING.records.words(
                        "select input_key from job_items where job_id = '" + source + "' order by idx"));
        assertThat(api.post("/jobs/" + job + "/confirm-upload", null).status()).isEqualTo(200);
        api.post("/jobs/" + job + "/execute", WALL);
        api.awaited(job, "done");
        assertThat(api.credits()).isEqualTo("6 0");
    }

    @Test
    void anotherUsersJobDoesNotExist() {
        var job = done(1);
        var other = RUNNING.free();
        for (var answer : List.of(
                other.get("/jobs/" + job),
                other.get("/jobs/" + job + "/events"),
                other.post("/jobs/" + job + "/confirm-upload", null),
                other.post("/jobs/" + job + "/execute", WALL),
                other.post("/jobs/" + job + "/cancel", null),
                other.post("/jobs", "{\"preset\": \"interior\", \"source_job_id\": \"" + job + "\"}"),
                api.get("/jobs/no.job"))) {
            assertThat(answer.status() + " " + answer.code()).isEqualTo("404 JOB_NOT_FOUND");
        }
        assertThat(other.get("/jobs").at("$.data")).hasToString("[]");
        assertThat(RUNNING.stranger().get("/jobs/" + job).status()).isEqualTo(401);
    }

    @Test
    void aSavedRuleWinsOverWhatStandsBesideIt() {
        var rule = api.post("/rules", """
                {"name": "Oak", "preset_id": "interior", "protect": [],
                 "concepts": {"Floor": {"action": "recolor", "value": "oak_a"}}}""");
        var job = api.job(1);
        api.post("/jobs/" + job + "/confirm-upload", null);
        var executed = api.post("/jobs/" + job + "/execute", """
                {"rule_id": "%s", "output_format": "webp", "output_template": "%s",
                 "concepts": {"Wall": {"action": "recolor", "value": "#000000"}}}""".formatted(rule.text("$.data.rule.id"), template()));
        assertThat(executed.status()).as(executed.body()).isEqualTo(202);
        api.awaited(job, "done");

        var spec = RUNNING.workers.rendered(job, 0).specs().getFirst();
        assertThat(spec.actions()).containsExactly(new ResolvedAction.Recolor("Floor", "#c9a77a", 1));
        assertThat(spec.format().extension()).isEqualTo("webp");
        assertThat(spec.protect()).isEmpty();
        assertThat(api.get("/jobs/" + job).text("$.data.job.output_template")).isEqualTo(template());
    }

    private String template() {
        return "before_after";
    }

    private String done(int photos) {
        var job = api.uploadedJob(photos);
        api.post("/jobs/" + job + "/execute", WALL);
        api.awaited(job, "done");
        return job;
    }
}
