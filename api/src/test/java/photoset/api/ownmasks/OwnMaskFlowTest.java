package photoset.api.ownmasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.Api.Answer;
import photoset.api.RunningApi;
import photoset.workflows.ownmasks.MaskLimits;
import photoset.workflows.previews.PreviewTask.MaskVersion;
import photoset.workflows.segmentation.MaskRef;

/** Own masks over HTTP, with a worker that takes any file for one. */
class OwnMaskFlowTest {
    private static final RunningApi RUNNING = RunningApi.shared();

    private static final String RULE =
            "{\"concepts\": {\"Wall\": {\"action\": \"recolor\", \"value\": \"#9caf88\"}}, \"protect\": [\"Window\"]}";

    private final Api api = RUNNING.free();

    private static String masks(String job, int idx) {
        return "/jobs/" + job + "/items/" + idx + "/masks";
    }

    /** Puts some bytes where a mask of the concept goes. */
    private void put(String job, int idx, String concept, String bytes) {
        var link = api.post(masks(job, idx), "{\"concept\": \"%s\"}".formatted(concept));
        assertThat(link.status()).as(link.body()).isEqualTo(200);
        assertThat(link.at("$.data.upload.headers")).hasToString("{Content-Type=image/png}");
        var request = HttpRequest.newBuilder(URI.create(link.text("$.data.upload.url")))
                .PUT(BodyPublishers.ofString(bytes))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(200);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Answer use(String job, int idx, String concept) {
        return api.put(masks(job, idx) + "/" + concept, "");
    }

    private void segment(String job, String concept) {
        api.post("/jobs/" + job + "/segment", "{\"concepts\": [\"%s\"]}".formatted(concept));
        await().until(() -> api.get("/jobs/" + job).body().contains("\"segmentation\":{\"status\":\"done\",\"runs\""));
    }

    @Test
    void anOwnMaskIsUsedInTheModelsPlaceAndSteppedBackFrom() {
        var job = api.uploadedJob(2);
        segment(job, "Window");
        put(job, 1, "Window", "first");
        var used = use(job, 1, "Window");
        assertThat(used.status()).as(used.body()).isEqualTo(200);
        assertThat(used.at("$.data")).hasToString("{idx=1, concept=Window, version=1, source=user}");
        assertThat(use(job, 1, "Window").text("$.data.version")).isEqualTo("1");

        var instances = api.get("/jobs/" + job + "/instances");
        assertThat(instances.at("$.data[*].instance_id")).hasToString("[\"Window-1\",\"Window-1\"]");
        assertThat(instances.at("$.data[*].source")).hasToString("[\"model\",\"user\"]");
        assertThat(instances.text("$.data[1].mask_url")).contains("/1/Window.v1.png?");

        put(job, 1, "Window", "second");
        assertThat(use(job, 1, "Window").text("$.data.version")).isEqualTo("2");
        assertThat(api.delete(masks(job, 1) + "/Window").text("$.data.version")).isEqualTo("1");
        put(job, 1, "Window", "third");
        assertThat(use(job, 1, "Window").text("$.data.version")).isEqualTo("3");
        api.delete(masks(job, 1) + "/Window");
        var model = api.delete(masks(job, 1) + "/Window");
        assertThat(model.at("$.data")).hasToString("{idx=1, concept=Window, version=0, source=model}");
        assertThat(api.get("/jobs/" + job + "/instances").at("$.data[*].source"))
                .hasToString("[\"model\",\"model\"]");
        assertThat(api.delete(masks(job, 1) + "/Window").status()).isEqualTo(404);
    }

    @Test
    void whatIsDrawnInEveryPhotoIsNotSegmented() {
        var job = api.uploadedJob(1);
        for (String concept : new String[] {"Wall", "Window"}) {
            put(job, 0, concept, concept);
            assertThat(use(job, 0, concept).status()).isEqualTo(200);
        }
        var rule = api.post(
                "/jobs/" + job + "/execute",
                RULE.replace("}}}", "}}")
                        .replace("\"protect\"", "\"instances\": {\"lock\": [\"Wall-1\"]}, \"protect\""));
        assertThat(rule.status()).as(rule.body()).isEqualTo(202);
        api.awaited(job, "done");

        assertThat(RUNNING.workers.segmented(job)).isEmpty();
        var task = RUNNING.workers.rendered(job, 0);
        assertThat(task.found().masks()).extracting(MaskRef::key).allMatch(key -> key.endsWith(".v1.png"));
        assertThat(task.specs().getFirst().lock())
                .singleElement()
                .hasToString("InstanceRef[id=Wall-1, concept=Wall, label=1]");
        var late = use(job, 0, "Wall");
        assertThat(late.status() + " " + late.code()).isEqualTo("409 INVALID_TRANSITION");
        assertThat(late.body()).contains("source_job_id");
    }

    private static final String REMOVAL =
            "{\"concepts\": {\"Socket\": {\"action\": \"remove\"}}, \"protect\": [\"Window\"]}";

    /** The segmenter knows no sockets: they are where they were drawn, and nowhere in the other photos. */
    @Test
    void whatTheSegmenterDoesNotKnowIsRemovedWhereItWasDrawn() {
        var job = api.uploadedJob(2);
        var undrawn = api.post("/jobs/" + job + "/execute", REMOVAL);
        assertThat(undrawn.status() + " " + undrawn.code()).isEqualTo("422 UNKNOWN_CONCEPT");
        put(job, 1, "Socket", "a socket");
        assertThat(use(job, 1, "Socket").status()).isEqualTo(200);

        var executed = api.post("/jobs/" + job + "/execute", REMOVAL);
        assertThat(executed.status()).as(executed.body()).isEqualTo(202);
        api.awaited(job, "done");
        assertThat(RUNNING.workers.segmented(job)).containsOnly("Window Person");
        assertThat(socket(job, 1).key()).endsWith("/1/Socket.v1.png");
        assertThat(socket(job, 0)).isEqualTo(MaskRef.nowhere("Socket"));
    }

    private static MaskRef socket(String job, int idx) {
        return RUNNING.workers.rendered(job, idx).found().masks().stream()
                .filter(mask -> mask.concept().equals("Socket"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPreviewShowsWhatWasDrawnInAnotherPhotoNowhere() {
        var job = api.uploadedJob(2);
        segment(job, "Window");
        put(job, 1, "Socket", "a socket");
        use(job, 1, "Socket");
        var look = REMOVAL.replace("{\"concepts\"", "{\"idx\": 0, \"concepts\"");

        await().until(() -> api.post("/jobs/" + job + "/previews", look).status() == 200);
        var task = RUNNING.workers.previewed(job).getLast();
        assertThat(task.render().found().masks()).contains(MaskRef.nowhere("Socket"));
        assertThat(task.versions()).extracting(MaskVersion::concept).containsExactly("Socket", "Window");
    }

    @Test
    void peopleAreLookedForWhereSomethingIsRemoved() {
        var job = api.uploadedJob(1);
        api.post("/jobs/" + job + "/execute", REMOVAL.replace("Socket", "Light"));
        api.awaited(job, "done");

        assertThat(RUNNING.workers.segmented(job)).containsExactly("Light Window Person");
        assertThat(RUNNING.workers.rendered(job, 0).found().masks())
                .extracting(MaskRef::concept)
                .contains("Person");
    }

    @Test
    void whatCannotBeUsedIsRefusedInWordsThatHelp() {
        var job = api.uploadedJob(1);
        var nothing = use(job, 0, "Wall");
        assertThat(nothing.status() + " " + nothing.code()).isEqualTo("422 UPLOAD_INCOMPLETE");
        assertThat(nothing.body()).contains("Ask for a link");
        put(job, 0, "Wall", "x".repeat(MaskLimits.BYTES_MAX + 1));
        assertThat(use(job, 0, "Wall").body()).contains("8388608 are the most");
        RUNNING.workers.unfit.add(job + "/0");
        put(job, 0, "Wall", "no mask");
        var unfit = use(job, 0, "Wall");
        assertThat(unfit.status() + " " + unfit.code()).isEqualTo("422 UPLOAD_INCOMPLETE");
        assertThat(unfit.text("$.error.details[0].message")).contains("Put it again");
        RUNNING.workers.unfit.clear();
        assertThat(use(job, 0, "Wall").text("$.data.version")).isEqualTo("1");

        assertThat(use(job, 0, "Walls").text("$.error.details[0].message")).contains("must be one of", "Wall");
        assertThat(use(job, 7, "Wall").status()).isEqualTo(404);
        assertThat(api.post(masks(job, 0), "{}").status()).isEqualTo(400);
        assertThat(RUNNING.free().get(masks(job, 0) + "/Wall").code()).isEqualTo("JOB_NOT_FOUND");
        assertThat(api.get(masks(job, 0) + "/Floor").status()).isEqualTo(404);
        var early = api.post(masks(api.with(RUNNING.free().token()).job(1), 0), "{\"concept\": \"Wall\"}");
        assertThat(early.code()).isEqualTo("JOB_NOT_FOUND");
    }

    @Test
    void aPhotoHasTwentyVersionsAndMakesRoomByAStepBack() {
        var job = api.uploadedJob(1);
        for (int version = 1; version <= MaskLimits.VERSIONS_MAX; version++) {
            put(job, 0, "Wall", "version " + version);
            assertThat(use(job, 0, "Wall").text("$.data.version")).isEqualTo("" + version);
        }
        put(job, 0, "Wall", "one more");
        var full = use(job, 0, "Wall");
        assertThat(full.status() + " " + full.code()).isEqualTo("409 INVALID_TRANSITION");
        assertThat(full.body()).contains("Step back");
        api.delete(masks(job, 0) + "/Wall");
        assertThat(use(job, 0, "Wall").text("$.data.version")).isEqualTo("21");
    }

    @Test
    void beforeConfirmThereIsNoPhotoToDrawOn() {
        var early = api.post(masks(api.job(1), 0), "{\"concept\": \"Wall\"}");
        assertThat(early.status() + " " + early.code()).isEqualTo("409 INVALID_TRANSITION");
        assertThat(early.body()).contains("Call confirm-upload first");
    }

    @Test
    void aRepeatedCallGetsAFreshLink() {
        var job = api.uploadedJob(1);
        var body = "{\"concept\": \"Wall\"}";
        var first = api.post(masks(job, 0), body, "Idempotency-Key", "link " + job);
        var again = api.post(masks(job, 0), body, "Idempotency-Key", "link " + job);
        assertThat(first.text("$.data.upload.key")).isEqualTo(again.text("$.data.upload.key"));
        assertThat(again.text("$.data.upload.url")).contains("X-Amz-Signature");
    }
}
