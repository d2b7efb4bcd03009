package photoset.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.RunningApi;
import photoset.workflows.segmentation.InstanceRef;

/** Segmenting before the rule, over HTTP. */
class SegmentFlowTest {
    private static final RunningApi RUNNING = RunningApi.shared();

    private final Api api = RUNNING.free();

    @Test
    void whatWasFoundIsShownNamedAndUsed() {
        var job = api.uploadedJob(2);
        var accepted = api.post("/jobs/" + job + "/segment", "{\"concepts\": [\"Wall\", \"Window\"]}");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        assertThat(accepted.text("$.data.segmentation")).isEqualTo("running");
        segmented(job, "done");

        var shown = api.get("/jobs/" + job);
        assertThat(shown.text("$.data.job.status")).isEqualTo("uploaded");
        assertThat(shown.at("$.data.job.segmentation"))
                .hasToString("{status=done, runs=1, concepts=[\"Wall\",\"Window\"]}");
        assertThat(shown.at("$.data.job.items[*].segmentation.status")).hasToString("[\"done\",\"done\"]");
        var instances = api.get("/jobs/" + job + "/instances?limit=3");
        assertThat(instances.at("$.data[*].instance_id")).hasToString("[\"Wall-1\",\"Window-1\",\"Wall-1\"]");
        assertThat(instances.at("$.data[*].idx")).hasToString("[0,0,1]");
        assertThat(instances.at("$.data[1].box")).hasToString("[1,2,30,40]");
        assertThat(instances.text("$.data[1].source")).isEqualTo("model");
        assertThat(instances.text("$.data[1].mask_url")).contains("/masks/", "/0/Window.png?");
        var next = instances.headers().getFirst("Link");
        assertThat(next).startsWith("</jobs/" + job + "/instances?").endsWith("; rel=\"next\"");
        var rest = api.get(next.substring(1, next.indexOf('>')));
        assertThat(rest.at("$.data[*].instance_id")).hasToString("[\"Window-1\"]");

        assertThat(api.patch("/jobs/" + job + "/instances/Window-1", "{\"name\": \"bay window\"}")
                        .status())
                .isEqualTo(200);
        var one = api.get("/jobs/" + job + "/instances?idx=1&concept=Window");
        assertThat(one.at("$.data[*].name")).hasToString("[\"bay window\"]");

        var executed = api.post("/jobs/" + job + "/execute", """
                {"concepts": {"Wall": {"action": "recolor", "value": "#9caf88"}},
                 "protect": [], "instances": {"lock": ["Window-1"]}}""");
        assertThat(executed.status()).as(executed.body()).isEqualTo(202);
        api.awaited(job, "done");
        assertThat(RUNNING.workers.segmented(job)).hasSize(2);
        assertThat(RUNNING.workers.rendered(job, 1).specs().getFirst().lock())
                .containsExactly(new InstanceRef("Window-1", "Window", 1));
    }

    @Test
    void instancesThatTheJobLacksAreRefusedByName() {
        var job = api.uploadedJob(1);
        var rule = """
                {"concepts": {"Wall": {"action": "recolor", "value": "#9caf88"}},
                 "instances": {"exclude": ["Window-9"], "lock": ["Window-1", "Window-8"]}}""";
        var early = api.post("/jobs/" + job + "/execute", rule);
        assertThat(early.status() + " " + early.code()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(early.text("$.error.details[0].message")).contains("segment first");
        api.post("/jobs/" + job + "/segment", "{\"concepts\": [\"Window\"]}");
        segmented(job, "done");

        var refused = api.post("/jobs/" + job + "/execute", rule);
        assertThat(refused.at("$.error.details[*].field")).hasToString("[\"instances.exclude\",\"instances.lock\"]");
        assertThat(refused.text("$.error.details[1].message")).contains("Window-8");
        var both = api.post("/jobs/" + job + "/execute", rule.replace("Window-9", "Window-1"));
        assertThat(both.body()).contains("excludes and locks Window-1");
        assertThat(api.patch("/jobs/" + job + "/instances/Window-8", "{\"name\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whileItRunsNeitherARuleNorASecondRunIsTaken() {
        var job = api.uploadedJob(1);
        RUNNING.workers.slow.put(job, new CountDownLatch(1));
        var body = "{\"concepts\": [\"Wall\"]}";
        assertThat(api.post("/jobs/" + job + "/segment", body).status()).isEqualTo(202);

        var second = api.post("/jobs/" + job + "/segment", body);
        assertThat(second.status() + " " + second.code()).isEqualTo("409 INVALID_TRANSITION");
        var rule = "{\"concepts\": {\"Wall\": {\"action\": \"recolor\", \"value\": \"#9caf88\"}}}";
        assertThat(api.post("/jobs/" + job + "/execute", rule).code()).isEqualTo("INVALID_TRANSITION");
        assertThat(api.post("/jobs/" + job + "/cancel", "").status()).isEqualTo(200);
        assertThat(api.credits()).isEqualTo("10 0");
        segmented(job, "failed");
    }

    @Test
    void aPhotoThatCannotBeSegmentedSaysWhy() {
        var job = api.uploadedJob(2);
        RUNNING.workers.unsegmentable.add(job + "/1");
        api.post("/jobs/" + job + "/segment", "{\"concepts\": [\"Wall\"]}");
        segmented(job, "done");

        var shown = api.get("/jobs/" + job);
        assertThat(shown.at("$.data.job.items[*].segmentation.status")).hasToString("[\"done\",\"failed\"]");
        assertThat(shown.text("$.data.job.items[1].segmentation.error.code")).isEqualTo("UNKNOWN_CONCEPT");
        assertThat(shown.at("$.data.job.items[*].status")).hasToString("[\"pending\",\"pending\"]");
    }

    @Test
    void badRequestsSayWhatToDo() {
        var waiting = RUNNING.free();
        var job = waiting.job(1);
        assertThat(waiting.post("/jobs/" + job + "/segment", "{\"concepts\": [\"Wall\"]}")
                        .body())
                .contains("Call confirm-upload first");
        var uploaded = api.uploadedJob(1);
        var bad = api.post("/jobs/" + uploaded + "/segment", """
                {"concepts": ["Wall", "Wall", "Sofa"], "exemplars": {
                    "Door": [{"idx": 0, "box": [0, 0, 5, 5]}],
                    "Wall": [{"idx": 4, "box": [0, 0, 5, 5]}, {"idx": 0, "box": [0, 0, 0, 5]}, {"idx": 0}]}}""");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.at("$.error.details[*].field"))
                .hasToString("[\"concepts[1]\",\"concepts[2]\",\"exemplars.Door\",\"exemplars.Wall[0]\","
                        + "\"exemplars.Wall[1]\",\"exemplars.Wall[2]\"]");
        assertThat(api.post("/jobs/" + uploaded + "/segment", "{\"concepts\": []}")
                        .status())
                .isEqualTo(400);
        assertThat(RUNNING.free()
                        .post("/jobs/" + uploaded + "/segment", "{\"concepts\": [\"Wall\"]}")
                        .code())
                .isEqualTo("JOB_NOT_FOUND");
        assertThat(RUNNING.free().get("/jobs/" + uploaded + "/instances").code())
                .isEqualTo("JOB_NOT_FOUND");
        assertThat(api.get("/jobs/" + uploaded + "/instances").at("$.data")).hasToString("[]");
        assertThat(api.get("/jobs/" + uploaded + "/instances?limit=0").status()).isEqualTo(400);
        for (String query : List.of("cursor=x", "concept=", "idx=first", "idx=-1", "rle=no")) {
            assertThat(api.get("/jobs/" + uploaded + "/instances?" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
        var box = "{\"concepts\": [\"Wall\"], \"exemplars\": {\"Wall\": [{\"idx\": 0, \"box\": {\"x\": 1}}]}}";
        assertThat(api.post("/jobs/" + uploaded + "/segment", box).body()).contains("a list [x, y, w, h]");
        var outside = api.post("/jobs/" + uploaded + "/segment", box.replace("{\"x\": 1}", "[600, 0, 41, 10]"));
        assertThat(outside.details()).containsKey("exemplars.Wall[0]");
        assertThat(outside.body()).contains("photo 0, which is 640 x 480");
    }

    private void segmented(String job, String state) {
        await().until(() ->
                api.get("/jobs/" + job).text("$.data.job.segmentation.status").equals(state));
    }
}
