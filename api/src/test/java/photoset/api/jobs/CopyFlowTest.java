package photoset.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.RunningApi;
import photoset.workflows.segmentation.InstanceRef;
import photoset.workflows.segmentation.MaskRef;

/** A job of the photos of another one, over HTTP. */
class CopyFlowTest {
    private static final RunningApi RUNNING = RunningApi.shared();
    private static final String WALL = """
            {"concepts": {"Wall": {"action": "recolor", "value": "#AABBCC"}}, "protect": []}""";

    private final Api api = RUNNING.free();

    @Test
    void whatTheOtherJobFoundAndItsUserDrewAndNamedIsThere() {
        var source = api.job(3);
        RUNNING.workers.broken.add(source + "/0");
        api.post("/jobs/" + source + "/confirm-upload", null);
        api.post("/jobs/" + source + "/segment", "{\"concepts\": [\"Wall\", \"Window\"]}");
        await().until(() -> api.get("/jobs/" + source)
                .text("$.data.job.segmentation.status")
                .equals("done"));
        api.patch("/jobs/" + source + "/instances/Window-1", "{\"name\": \"bay window\"}");
        var user = RunningApi.user(api);
        RUNNING.records.run("insert into job_masks (job_id, idx, concept, version, mask_key, area, upload_etag)"
                + " values ('%1$s', 1, 'Wall', 1, 'masks/%2$s/%1$s/1/Wall.v1.png', 50, 'e')".formatted(source, user));
        api.post("/jobs/" + source + "/execute", WALL);
        api.awaited(source, "done");

        var copy = copyOf(source);
        var shown = api.get("/jobs/" + copy);
        assertThat(shown.at("$.data.job.segmentation"))
                .hasToString("{status=done, runs=0, concepts=[\"Wall\",\"Window\"]}");
        assertThat(shown.at("$.data.job.items[*].segmentation.status")).hasToString("[\"done\",\"done\"]");
        var instances = api.get("/jobs/" + copy + "/instances");
        var theirs = api.get("/jobs/" + source + "/instances");
        assertThat(instances.at("$.data[*].idx")).hasToString("[0,1,1]");
        assertThat(instances.at("$.data[*].instance_id")).hasToString("[\"Window-1\",\"Wall-1\",\"Window-1\"]");
        assertThat(instances.at("$.data[*].instance_id").toString())
                .isEqualTo(theirs.at("$.data[*].instance_id").toString());
        assertThat(instances.text("$.data[0].name")).isEqualTo("bay window");

        var executed = api.post(
                "/jobs/" + copy + "/execute",
                WALL.replace("\"protect\"", "\"instances\": {\"lock\": [\"Window-1\"]}, \"protect\""));
        assertThat(executed.status()).as(executed.body()).isEqualTo(202);
        api.awaited(copy, "done");
        assertThat(RUNNING.workers.segmented(copy)).isEmpty();
        var rendered = RUNNING.workers.rendered(copy, 0);
        assertThat(rendered.found().masks())
                .extracting(MaskRef::key)
                .containsExactlyInAnyOrder(
                        "masks/%s/%s/0/Window.png".formatted(user, copy),
                        "masks/%s/%s/0/Wall.v1.png".formatted(user, copy));
        assertThat(rendered.specs().getFirst().lock()).containsExactly(new InstanceRef("Window-1", "Window", 1));
    }

    @Test
    void whatWasFoundForARuleAloneIsThereToo() {
        var source = api.uploadedJob(2);
        api.post("/jobs/" + source + "/execute", WALL);
        api.awaited(source, "done");
        var copy = copyOf(source);

        api.post("/jobs/" + copy + "/execute", """
                {"concepts": {"Wall": {"action": "recolor", "value": "#AABBCC"},
                              "Floor": {"action": "recolor", "value": "#AABBCC"}}, "protect": []}""");
        api.awaited(copy, "done");
        assertThat(RUNNING.workers.segmented(copy)).containsExactly("Floor", "Floor");
    }

    private String copyOf(String source) {
        var created = api.post("/jobs", "{\"preset\": \"interior\", \"source_job_id\": \"" + source + "\"}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        var copy = created.text("$.data.job_id");
        var confirmed = api.post("/jobs/" + copy + "/confirm-upload", null);
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        return copy;
    }
}
