package photoset.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.RunningApi;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.ResolvedAction;

/** One album as several designs, over HTTP. */
class VariantsFlowTest {
    private static final RunningApi RUNNING = RunningApi.shared();

    private final Api api = RUNNING.free();

    @Test
    void everyVariantIsPaintedFromOneSegmentationAndPaid() {
        var rule = api.post("/rules", """
                {"name": "Oak", "preset_id": "interior", "protect": ["Grout"],
                 "concepts": {"Floor": {"action": "recolor", "value": "#c9a77a"}}}""").text("$.data.rule.id");
        var job = api.uploadedJob(2);
        var executed = api.post("/jobs/" + job + "/execute", """
                {"protect": ["Window"], "variants": [
                    {"id": "modern", "name": "Modern", "concepts": {"Wall": {"action": "recolor", "value": "#9caf88"}}},
                    {"id": "b", "rule_id": "%s"},
                    {"id": "c", "concepts": {"Wall": {"action": "recolor", "value": "#e9dca8"}}, "protect": ["Door"]}]}""".formatted(rule));
        assertThat(executed.status()).as(executed.body()).isEqualTo(202);

        var done = api.awaited(job, "done");
        assertThat(done.at("$.data.job.download_urls[*].idx")).hasToString("[0,0,0,1,1,1]");
        assertThat(done.at("$.data.job.download_urls[*].variant"))
                .hasToString("[\"modern\",\"b\",\"c\",\"modern\",\"b\",\"c\"]");
        assertThat(done.text("$.data.job.download_urls[4].output_url")).contains("/outputs/", job + "/b/1.png?");
        assertThat(done.text("$.data.job.download_urls[4].preview_url")).contains("/previews/", job + "/b/1.jpg?");
        assertThat(done.text("$.data.job.download_urls[4].manifest_url")).contains("/manifests/", job + "/b/1.json?");
        assertThat(done.at("$.data.job.credits")).hasToString("{held=6, captured=6, released=0}");
        assertThat(done.at("$.data.job.done_items")).isEqualTo(2);
        assertThat(done.at("$.data.job.variants[*].id")).hasToString("[\"modern\",\"b\",\"c\"]");
        assertThat(done.text("$.data.job.variants[0].name")).isEqualTo("Modern");
        assertThat(done.text("$.data.job.variants[1].rule_id")).isEqualTo(rule);
        assertThat(done.body()).doesNotContain("\"rule\":null").doesNotContain("\"rule_id\":null");
        assertThat(api.credits()).isEqualTo("4 0");

        assertThat(RUNNING.workers.segmented(job))
                .hasSize(2)
                .allSatisfy(concepts -> assertThat(concepts).isEqualTo("Wall Window Floor Grout Door"));
        var specs = RUNNING.workers.rendered(job, 1).specs();
        assertThat(specs).extracting(RenderSpec::protect).hasToString("[[Window], [Grout, Window], [Door, Window]]");
        assertThat(specs.getLast().actions()).containsExactly(new ResolvedAction.Recolor("Wall", "#e9dca8", 1));
    }

    @Test
    void tooFewCreditsAreSaidAndTheJobWaitsForAnotherRule() {
        var job = api.uploadedJob(4);
        var rule = "{\"concepts\": {\"Wall\": {\"action\": \"recolor\", \"value\": \"#9caf88\"}}";
        var refused = api.post(
                "/jobs/" + job + "/execute",
                "{\"variants\": [%1$s, \"id\": \"a\"}, %1$s, \"id\": \"b\"}, %1$s, \"id\": \"c\"}]}".formatted(rule));

        assertThat(refused.status() + " " + refused.code()).isEqualTo("402 INSUFFICIENT_CREDITS");
        assertThat(refused.at("$.error.details[0]")).hasToString("{needed=8, available=6}");
        assertThat(api.credits()).isEqualTo("6 4");
        var still = api.get("/jobs/" + job);
        assertThat(still.text("$.data.job.status")).isEqualTo("uploaded");
        assertThat(still.at("$.data.job.variants")).hasToString("[]");

        assertThat(api.post("/jobs/" + job + "/execute", rule + "}").status()).isEqualTo(202);
        assertThat(api.awaited(job, "done").at("$.data.job.credits")).hasToString("{held=4, captured=4, released=0}");
    }

    @Test
    void aPhotoThatFailsGivesBackAllOfItsVariants() {
        var job = api.uploadedJob(2);
        RUNNING.workers.unsegmentable.add(job + "/0");
        var rule = "\"concepts\": {\"Wall\": {\"action\": \"recolor\", \"value\": \"#9caf88\"}}";
        api.post(
                "/jobs/" + job + "/execute",
                "{\"variants\": [{\"id\": \"a\", %1$s}, {\"id\": \"b\", %1$s}]}".formatted(rule));

        var done = api.awaited(job, "done");
        assertThat(done.at("$.data.job.credits")).hasToString("{held=4, captured=2, released=2}");
        assertThat(done.at("$.data.job.download_urls[*].idx")).hasToString("[1,1]");
        assertThat(api.credits()).isEqualTo("8 0");
    }
}
