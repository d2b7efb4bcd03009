package photoset.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.RunningApi;
import photoset.workflows.retention.RetentionWorkflow;

/** An owner takes pictures away at once, and their days take them away later. */
class JobDeletionTest {
    private static final RunningApi RUNNING = RunningApi.shared();
    private static final String WALL = """
            {"concepts": {"Wall": {"action": "recolor", "value": "#AABBCC"}}}""";

    private final Api api = RUNNING.pro();

    private String done() {
        var job = api.uploadedJob(2);
        api.post("/jobs/" + job + "/execute", WALL);
        api.awaited(job, "done");
        return job;
    }

    @Test
    void anEndedJobLosesItsPicturesAndKeepsItsRecord() {
        var job = done();
        var before = api.get("/jobs/" + job);
        assertThat(before.text("$.data.job.pictures")).isEqualTo("kept");
        assertThat(before.at("$.data.job.download_urls[*].idx")).hasToString("[0,1]");
        var credits = api.credits();

        for (int time = 0; time < 2; time++) {
            var deleted = api.delete("/jobs/" + job);
            assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
            assertThat(deleted.at("$.data")).hasToString("{job_id=" + job + ", deleted=true}");
        }

        var after = api.get(
                "/jobs/" + job, "If-None-Match", String.valueOf(before.headers().getETag()));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.text("$.data.job.pictures")).isEqualTo("deleted");
        assertThat(after.at("$.data.job.download_urls")).hasToString("[]");
        assertThat(after.at("$.data.job.items[*].view_url")).hasToString("[]");
        assertThat(after.text("$.data.job.status")).isEqualTo("done");
        assertThat(after.at("$.data.job.items[*].status")).hasToString("[\"done\",\"done\"]");
        assertThat(after.at("$.data.job.credits")).isEqualTo(before.at("$.data.job.credits"));
        assertThat(api.credits()).isEqualTo(credits);
        assertThat(RUNNING.records.line("select count(*) from job_events where payload ->> 'pictures' = 'deleted'"
                        + " and job_id = '" + job + "'"))
                .isEqualTo("1");
    }

    @Test
    void aDeletionIsBegunAtOnce() {
        api.delete("/jobs/" + done());

        var workflow = RUNNING.workers.client().newUntypedWorkflowStub(RetentionWorkflow.WORKFLOW_ID);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(workflow.describe().getStatus().name())
                        .isEqualTo("WORKFLOW_EXECUTION_STATUS_RUNNING"));
    }

    @Test
    void aJobThatHasNotEndedIsCanceledFirst() {
        var job = api.job(1);
        var refused = api.delete("/jobs/" + job);
        assertThat(refused.status() + " " + refused.code()).isEqualTo("409 INVALID_TRANSITION");
        assertThat(refused.text("$.error.message")).contains("Cancel it first");

        api.post("/jobs/" + job + "/cancel", null);
        assertThat(api.delete("/jobs/" + job).status()).isEqualTo(200);
    }

    @Test
    void anotherUsersJobIsNotFound() {
        var job = done();

        var refused = RUNNING.pro().delete("/jobs/" + job);
        assertThat(refused.status() + " " + refused.code()).isEqualTo("404 JOB_NOT_FOUND");
        assertThat(api.delete("/jobs/none").status()).isEqualTo(404);
        assertThat(api.get("/jobs/" + job).text("$.data.job.pictures")).isEqualTo("kept");
    }

    @Test
    void linksStopWhenTheDaysAreOverBeforeAnybodyHasDeletedAnything() {
        var job = done();
        RUNNING.records.run("update jobs set expires_at = now() where id = '" + job + "'");

        var over = api.get("/jobs/" + job);
        assertThat(over.text("$.data.job.pictures")).isEqualTo("expired");
        assertThat(over.at("$.data.job.download_urls")).hasToString("[]");
    }

    @Test
    void noLinkLeadsToAPictureThatIsMissing() {
        var job = done();
        RUNNING.records.run("update job_pictures set missing_since = now() where idx = 0 and job_id = '" + job + "'");

        assertThat(api.get("/jobs/" + job).at("$.data.job.download_urls[*].idx"))
                .hasToString("[1]");
    }

    @Test
    void deletedPhotosCannotBeCopied() {
        var source = done();
        var copy = "{\"preset\": \"interior\", \"source_job_id\": \"" + source + "\"}";
        var copied = api.post("/jobs", copy);
        assertThat(copied.status()).as(copied.body()).isEqualTo(201);
        assertThat(RUNNING.records.line(
                        "select source_job_id from jobs where id = '" + copied.text("$.data.job_id") + "'"))
                .isEqualTo(source);

        api.delete("/jobs/" + source);
        var refused = api.post("/jobs", copy);
        assertThat(refused.status() + " " + refused.code()).isEqualTo("409 INVALID_TRANSITION");
        assertThat(refused.body()).contains("Upload them in a new job");
    }
}
