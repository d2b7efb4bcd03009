package photoset.api.previews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.RunningApi;
import photoset.workflows.previews.PreviewTask;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.segmentation.InstanceRef;
import photoset.workflows.segmentation.MaskRef;

/** Looking at a rule before it is paid for, over HTTP. */
class PreviewTest {
    private static final String RULE = """
            {"idx": 0, "concepts": {"Wall": {"action": "recolor", "value": "#9caf88"}}, "protect": []}""";

    private static final RunningApi RUNNING = RunningApi.shared();

    private final Api api = RUNNING.free();

    @Test
    void whatWasSegmentedIsShownOnceAndForNothing() {
        var job = segmented(2, "Wall", "Window");
        var first = shown(job, RULE);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.text("$.data.status")).isEqualTo("done");
        assertThat(first.text("$.data.url")).contains("/previews/", "/live/");
        assertThat(Instant.parse(first.text("$.data.expires_at")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(20)),
                        Instant.now().plus(Duration.ofHours(1)));

        assertThat(shown(job, RULE).status()).isEqualTo(200);
        assertThat(RUNNING.workers.previewed(job)).hasSize(1);
        var spec = RUNNING.workers.previewed(job).getFirst().spec();
        assertThat(spec.watermarked()).isTrue();
        assertThat(spec.format()).isEqualTo(OutputFormat.JPEG);
        assertThat(api.credits()).isEqualTo("8 2");

        shown(job, RULE.replace("9caf88", "9caf89"));
        shown(job, RULE.replace("\"idx\": 0", "\"idx\": 1"));
        assertThat(RUNNING.workers.previewed(job)).hasSize(3);
    }

    @Test
    void aPictureThatIsGoneIsPaintedAgain() {
        var job = segmented(1, "Wall");
        shown(job, RULE);
        RUNNING.records.run("update job_previews set expires_at = now() where job_id = '" + job + "'");

        assertThat(shown(job, RULE).status()).isEqualTo(200);
        assertThat(RUNNING.workers.previewed(job)).hasSize(2);
    }

    @Test
    void instancesAreLeftOutAndLockedInTheirPhoto() {
        var job = segmented(1, "Wall", "Window");
        var shown = shown(job, """
                {"idx": 0, "concepts": {"Wall": {"action": "recolor", "value": "#9caf88"}}, "protect": [],
                 "instances": {"lock": ["Window-1"]}}""");
        // The fake segmenter writes no file of instances; the order names what it saw of it.
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(RUNNING.workers.previewed(job).getFirst().spec().lock())
                .containsExactly(new InstanceRef("Window-1", "Window", 1));

        var unknown = shown(job, """
                {"idx": 0, "concepts": {"Wall": {"action": "recolor", "value": "#9caf88"}}, "protect": [],
                 "instances": {"exclude": ["Window-9"]}}""");
        assertThat(unknown.status() + " " + unknown.code()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(unknown.text("$.error.details[0].message")).contains("Window-9");
    }

    @Test
    void anOwnMaskIsUsedWhereThereIsOne() {
        var job = segmented(1, "Wall");
        shown(job, RULE);
        var key = RUNNING.workers
                .previewed(job)
                .getFirst()
                .render()
                .found()
                .masks()
                .getFirst()
                .key();
        RUNNING.records.run(
                "insert into job_masks (job_id, idx, concept, version, mask_key, area, upload_etag) values ('" + job
                        + "', 0, 'Wall', 1, '" + key + "', 5, 'etag')");

        shown(job, RULE);
        var last = RUNNING.workers.previewed(job).getLast();
        assertThat(last.render().found().masks().getFirst().area()).isEqualTo(5);
    }

    /** As in the picture that is paid for: nobody is copied into a place where something was removed. */
    @Test
    void peopleAreInTheOrderWhereSomethingIsRemovedAndTheyWereFound() {
        var removal = "{\"idx\": 0, \"concepts\": {\"Light\": {\"action\": \"remove\"}}, \"protect\": []}";
        var job = segmented(1, "Light");
        assertThat(shown(job, removal).status()).isEqualTo(200);
        assertThat(named(job)).containsExactly("Light");

        RUNNING.workers.findPeople(RUNNING.workers.previewed(job).getLast().render());
        assertThat(shown(job, removal).status()).isEqualTo(200);
        assertThat(named(job)).containsExactly("Light", "Person");
        assertThat(RUNNING.workers.previewed(job).getLast().versions())
                .extracting(PreviewTask.MaskVersion::concept)
                .containsExactly("Light", "Person");
        shown(job, removal.replace("remove", "blur"));
        assertThat(named(job)).containsExactly("Light");
    }

    private static List<String> named(String job) {
        return RUNNING.workers.previewed(job).getLast().render().found().masks().stream()
                .map(MaskRef::concept)
                .toList();
    }

    @Test
    void whatIsNotReadyYetIsSaidToCome() {
        var job = segmented(1, "Wall");
        var gate = new CountDownLatch(1);
        RUNNING.workers.slow.put(job, gate);
        var coming = api.post("/jobs/" + job + "/previews", RULE, "Idempotency-Key", "look");
        assertThat(coming.status()).as(coming.body()).isEqualTo(202);
        assertThat(coming.text("$.data.status")).isEqualTo("running");
        assertThat(coming.headers().getFirst("Retry-After")).isEqualTo("1");
        gate.countDown();

        await().until(() -> api.post("/jobs/" + job + "/previews", RULE, "Idempotency-Key", "look")
                        .status()
                == 200);
        assertThat(RUNNING.workers.previewed(job)).hasSize(1);
    }

    @Test
    void whereThereIsNothingToLookAtItSaysWhatToDo() {
        var waiting = RUNNING.free();
        var fresh = waiting.job(1);
        var early = waiting.post("/jobs/" + fresh + "/previews", RULE);
        assertThat(early.status() + " " + early.code()).isEqualTo("409 INVALID_TRANSITION");
        assertThat(early.body()).contains("call confirm-upload");

        var job = api.uploadedJob(1);
        var unsegmented = shown(job, RULE);
        assertThat(unsegmented.status() + " " + unsegmented.code()).isEqualTo("409 INVALID_TRANSITION");
        assertThat(unsegmented.body()).contains("Photo 0 has no mask of Wall.", "POST /jobs/{id}/segment");
        assertThat(unsegmented.at("$.error.details[*].field")).hasToString("[\"Wall\"]");
        assertThat(RUNNING.free().post("/jobs/" + job + "/previews", RULE).code())
                .isEqualTo("JOB_NOT_FOUND");
        assertThat(shown(job, RULE.replace("\"idx\": 0", "\"idx\": 1")).body())
                .contains("must be that of a photo of the job, 0 to 0");
        for (String bad : List.of(
                "{\"idx\": 0}",
                "{\"idx\": 0, \"concepts\": {}}",
                RULE.replace("#9caf88", "no_such_material"),
                RULE.replace("\"protect\"", "\"variants\""))) {
            assertThat(api.post("/jobs/" + job + "/previews", bad).status())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(api.post("/jobs/" + job + "/previews", RULE.replace("Wall", "Sofa"))
                        .code())
                .isEqualTo("UNKNOWN_CONCEPT");
        assertThat(api.post("/jobs/" + job + "/previews", "{\"idx\": 0, \"rule_id\": \"nobodys\"}")
                        .code())
                .isEqualTo("RULE_NOT_FOUND");
        api.post("/jobs/" + job + "/cancel", "");
        assertThat(shown(job, RULE).code()).isEqualTo("ALREADY_CANCELED");
    }

    @Test
    void aMaskThatCannotBeReadIsSaidOf() {
        var job = segmented(1, "Wall");
        RUNNING.workers.unsegmentable.add(job + "/0");
        var refused = shown(job, RULE);
        assertThat(refused.status() + " " + refused.code()).isEqualTo("409 INVALID_TRANSITION");
        assertThat(refused.body()).contains("The mask of Wall is damaged.");
    }

    @Test
    void aFinishedJobIsLookedAtAsLongAsItsPicturesAreKept() {
        var job = api.uploadedJob(1);
        api.post("/jobs/" + job + "/execute", """
                {"concepts": {"Wall": {"action": "recolor", "value": "#9caf88"}}, "protect": []}""");
        api.awaited(job, "done");
        assertThat(shown(job, RULE).status()).isEqualTo(200);
        assertThat(shown(job, RULE.replace("Wall", "Floor")).body()).contains("Leave it out");
        RUNNING.records.run("update jobs set expires_at = now() where id = '" + job + "'");

        assertThat(shown(job, RULE).body()).contains("no longer kept");
    }

    @Test
    void tenThousandCallsDoNoHarm() {
        var job = segmented(1, "Wall");
        int limit = 60;
        int refused = 0;
        for (int i = 0; i < 3 * limit; i++) {
            var answer = shown(job, RULE);
            refused += answer.status() == 429 ? 1 : 0;
        }
        assertThat(refused).isPositive();
        var last = shown(job, RULE);
        if (last.status() == 429) {
            assertThat(last.headers().getFirst("Retry-After")).isNotNull();
        }
        assertThat(RUNNING.workers.previewed(job)).hasSize(1);
        assertThat(api.get("/jobs/" + job).status()).isEqualTo(200);
    }

    /** A busy machine may take longer than a call waits. */
    private Api.Answer shown(String job, String body) {
        return await().until(() -> api.post("/jobs/" + job + "/previews", body), answer -> answer.status() != 202);
    }

    private String segmented(int photos, String... concepts) {
        var job = api.uploadedJob(photos);
        api.post("/jobs/" + job + "/segment", "{\"concepts\": [\"" + String.join("\", \"", concepts) + "\"]}");
        await().until(() ->
                api.get("/jobs/" + job).text("$.data.job.segmentation.status").equals("done"));
        return job;
    }
}
