package photoset.api.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photoset.api.Api;
import photoset.api.RunningApi;
import photoset.workflows.photos.PhotoFault;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.SegmentedPhoto;

class CallbackTest {
    private static final RunningApi RUNNING = RunningApi.shared();
    private static final Duration MAX = Duration.ofSeconds(20);
    private static final String BEARER = "Bearer " + RunningApi.CALLBACK_SECRET;

    private final Api api = RUNNING.free();
    private final Api provider = RUNNING.stranger();
    private final String job = api.job(1);

    @Test
    void aReportCompletesThePhotoOnce() {
        var activity = waiting();
        var done = """
                {"idx": 0, "status": "done", "idempotency_key": "%s.0:0", "instances": [
                  {"concept": "Wall", "instance_id": "1", "score": 0.7, "box": [0, 0, 10, 10], "area": 60},
                  {"concept": "Wall", "instance_id": "2", "score": 0.9, "box": [20, 0, 10, 10], "area": 40}]}""".formatted(activity);

        var first = report(done);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.at("$.data")).hasToString("{success=true, duplicate=false}");
        await().atMost(MAX).until(() -> status().equals("done"));
        var again = report(done);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("$.data")).hasToString("{success=true, duplicate=true}");

        var found = RUNNING.workers.rendered(job, 0).found();
        assertThat(found.model()).isEqualTo("remote/external");
        assertThat(found.masks()).hasSize(2);
        assertThat(found.masks().getFirst()).satisfies(mask -> {
            assertThat(mask.concept()).isEqualTo("Wall");
            assertThat(mask.key()).endsWith(job + "/0/Wall.png").startsWith("masks/");
            assertThat(mask.area()).isEqualTo(100);
            assertThat(mask.instances()).isEqualTo(2);
            assertThat(mask.score()).isEqualTo(0.9);
        });
        assertThat(found.masks().getLast().instances()).isZero();
    }

    @Test
    void aReportedFailureEndsThePhotoAndGivesItsCreditBack() {
        var activity = waiting();
        var failed = report("""
                {"idx": 0, "status": "failed", "idempotency_key": "%s.0:0",
                 "error": {"code": "GPU_ON_FIRE", "message": "The provider is out of memory."}}""".formatted(activity));
        assertThat(failed.status()).as(failed.body()).isEqualTo(200);

        await().atMost(MAX).until(() -> status().equals("failed"));
        var item = api.get("/jobs/" + job).at("$.data.job.items[0].error");
        assertThat(item).hasToString("{code=SEGMENTATION_FAILED, message=The provider is out of memory.}");
        assertThat(api.get("/me").at("$.data.credits")).isEqualTo(10);
    }

    @Test
    void whateverTheProviderSaysThePhotoEndsAndItsOwnerReadsOneLine() {
        var activity = waiting();
        var nul = report(failed(activity, "No\\u0000 pixels."));
        assertThat(nul.status() + " " + nul.code()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(nul.details()).containsKey("error.message");

        var said = "GET https://store/1.jpg?X-Amz-Signature=abc failed:\\n\\u0007" + "\uD83D\uDE00".repeat(1000);
        assertThat(report(failed(activity, said)).status()).isEqualTo(200);

        await().atMost(MAX).until(() -> status().equals("failed"));
        assertThat(api.get("/jobs/" + job).text("$.data.job.items[0].error.message"))
                .startsWith("GET (link) failed: \uD83D\uDE00")
                .endsWith("\uD83D\uDE00")
                .matches(message -> message.codePointCount(0, message.length()) == PhotoFault.MESSAGE_CHARS_MAX);
    }

    private static String failed(String activity, String message) {
        return """
                {"idx": 0, "status": "failed", "idempotency_key": "%s.0:0",
                 "error": {"code": "GPU_ON_FIRE", "message": "%s"}}""".formatted(activity, message);
    }

    @Test
    void ofTheSameReportManyTimesAtOnceOneIsTaken() throws InterruptedException, ExecutionException {
        var done = done(0, waiting() + ".0:1", "");
        List<String> said = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Api.Answer>> calls = Collections.nCopies(20, () -> report(done));
            for (var call : threads.invokeAll(calls)) {
                var answer = call.get();
                said.add(answer.status() == 200 ? answer.text("$.data.duplicate") : answer.code());
            }
        }
        assertThat(said).containsOnlyOnce("false").isSubsetOf("false", "true", "UNAVAILABLE");
        assertThat(report(done).text("$.data.duplicate")).isEqualTo("true");
    }

    @Test
    void aReportWhoseProcessDiedIsTakenOver() {
        var activity = waiting();
        var key = activity + ".0:1";
        RUNNING.records.run(
                "insert into callback_receipts (job_id, idempotency_key) values ('%s', '%s')".formatted(job, key));
        var meanwhile = report(done(0, key, ""));
        assertThat(meanwhile.status() + " " + meanwhile.code()).isEqualTo("503 UNAVAILABLE");
        assertThat(meanwhile.headers().getFirst("Retry-After")).isEqualTo("1");

        RUNNING.records.run(
                "update callback_receipts set created_at = now() - interval '1 minute' where job_id = '" + job + "'");
        assertThat(report(done(0, key, "")).text("$.data.duplicate")).isEqualTo("false");
    }

    @Test
    void aReportForNobodyIsRefusedAndMayBeSentAgain() {
        waiting();
        for (int time = 0; time < 2; time++) {
            var refused = report(
                    "{\"idx\": 0, \"status\": \"done\", \"idempotency_key\": \"11111111-2222.0:0\", \"instances\": []}");
            assertThat(refused.status() + " " + refused.code()).isEqualTo("409 INVALID_TRANSITION");
        }
        var slow = api.post("/jobs/" + job + "/cancel", null);
        assertThat(slow.status())
                .as("accepted, though the provider's photo ends only with its heartbeat: %s", slow.body())
                .isEqualTo(200);
    }

    @Test
    void onlyTheSecretOpens() {
        String body = "{\"idx\": 0, \"status\": \"done\", \"idempotency_key\": \"a.0:0\", \"instances\": []}";
        String path = "/jobs/" + job + "/callback";

        assertThat(provider.post(path, body).code()).isEqualTo("CALLBACK_UNAUTHORIZED");
        var wrong = provider.post(path, body, "Authorization", BEARER + "x");
        assertThat(wrong.status() + " " + wrong.code()).isEqualTo("403 CALLBACK_UNAUTHORIZED");
        assertThat(api.post(path, body).code()).as("a user's token").isEqualTo("CALLBACK_UNAUTHORIZED");
        assertThat(provider.post(path, body, "X-Callback-Secret", RunningApi.CALLBACK_SECRET)
                        .code())
                .isEqualTo("INVALID_TRANSITION");
        assertThat(provider.post("/jobs/job_none/callback", body, "Authorization", BEARER)
                        .code())
                .isEqualTo("JOB_NOT_FOUND");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                                | idx
                    {"idx": 0, "status": "done", "idempotency_key": "a.0:0"}                            | instances
                    {"idx": 0, "status": "failed", "idempotency_key": "a.0:0"}                          | error
                    {"idx": 0, "status": "done", "idempotency_key": "no colon", "instances": []}      | idempotency_key
                    {"idx": 9, "status": "done", "idempotency_key": "a.9:0", "instances": []}           | idx
                    {"idx": 0, "status": "done", "idempotency_key": "a.0:0", "instances": [{"concept": "Wall", "score": 2, "area": 1}]} | instances[0].score
                    {"idx": 0, "status": "done", "idempotency_key": "a.0:0", "instances": [{"concept": "Wall", "score": 1, "area": 50000001}]} | instances[0].area
                    {"idx": 1, "status": "done", "idempotency_key": "a.0:0", "instances": []}           | idempotency_key
                    {"idx": 0, "status": "done", "idempotency_key": "a:0", "instances": []}             | idempotency_key
                    {"idx": 0, "status": "done", "idempotency_key": "a.00:0", "instances": []}          | idempotency_key
                    {"idx": 0, "status": "done", "idempotency_key": "a.0:0", "instances": [{"concept": "Wall", "score": 1, "area": 1, "box": [0, 0, 1, 60001]}]} | instances[0].box
                    {"idx": -1, "status": "done", "idempotency_key": "a.0:0", "instances": []}          | idx
                    """)
    void namesEveryBrokenField(String body, String field) {
        var refused = report(body);

        assertThat(refused.status() + " " + refused.code()).as(refused.body()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(refused.details()).containsKey(field);
    }

    @Test
    void namesWhatIsTooLongOrTooMany() {
        var instance = "{\"concept\": \"Wall\", \"score\": 1, \"area\": 1, \"instance_id\": \"%s\"}";
        var many = String.join(",", Collections.nCopies(1000, instance.formatted("i".repeat(128))));
        var report =
                "{\"idx\": 0, \"status\": \"done\", \"idempotency_key\": \"a.0:0\", \"instances\": [%s], \"output_key\": \"%s\"}";

        assertThat(report(report.formatted(many, "k".repeat(1024))).code()).isEqualTo("INVALID_TRANSITION");
        assertThat(report(report.formatted(many + "," + instance.formatted("i".repeat(129)), "k".repeat(1025)))
                        .details())
                .containsOnlyKeys("instances", "instances[1000].instance_id", "output_key");
    }

    @Test
    void aReportOfAnotherPhotoOfTheSameJobChangesNothing() {
        var activity = waiting();
        var refused = report(done(1, activity + ".0:1", ""));

        assertThat(refused.status() + " " + refused.code()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(refused.details()).containsEntry("idempotency_key", "belongs to the order of another photo");
        assertThat(status()).isEqualTo("running");
    }

    @Test
    void aReportToAnotherUsersJobChangesNeither() {
        var activity = waiting();
        var others = new CallbackTest();
        var othersActivity = others.waiting();
        var refused = others.report(done(0, activity + ".0:1", ""));

        assertThat(refused.status() + " " + refused.code()).isEqualTo("409 INVALID_TRANSITION");
        assertThat(refused.body()).doesNotContain(activity, othersActivity, "Activity", "workflow");
        assertThat(status()).isEqualTo("running");
        assertThat(others.status()).isEqualTo("running");
    }

    @Test
    void anInstanceOfAConceptThatNobodyOrderedIsRefusedAndTheReportMayBeMended() {
        var activity = waiting();
        var refused = report(done(0, activity + ".0:1", """
                {"concept": "Window", "score": 1, "area": 1}, {"concept": "Roof", "score": 1, "area": 1}"""));

        assertThat(refused.status() + " " + refused.code()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(refused.details()).containsOnlyKeys("instances[1].concept");
        assertThat(report(done(0, activity + ".0:1", "")).text("$.data.duplicate"))
                .isEqualTo("false");
    }

    @Test
    void aReportAfterTheEndIsLateWhateverItsKey() {
        var activity = waiting();
        RUNNING.workers
                .client()
                .newActivityCompletionClient()
                .complete("job/" + job, Optional.empty(), activity, new SegmentedPhoto("made up for", List.of()));
        await().atMost(MAX).until(() -> status().equals("done"));
        var credits = api.get("/me").at("$.data.credits");

        for (String key : List.of("1", "1", "2")) {
            var late = report(done(0, activity + ".0:" + key, ""));
            assertThat(late.status() + " " + late.code()).isEqualTo("409 INVALID_TRANSITION");
        }
        assertThat(RUNNING.workers.rendered(job, 0).found().model()).isEqualTo("made up for");
        assertThat(api.get("/me").at("$.data.credits")).isEqualTo(credits);
    }

    @Test
    void aReportAfterACancelNeitherDeliversNorTakesCredits() {
        var activity = waiting();
        api.post("/jobs/" + job + "/cancel", null);
        // In time or late, as the cancellation goes; either way it must change nothing for the user.
        report(done(0, activity + ".0:1", ""));
        await().atMost(MAX).until(() -> status().equals("canceled"));

        var late = report(done(0, activity + ".0:2", ""));
        assertThat(late.status() + " " + late.code()).isEqualTo("409 INVALID_TRANSITION");
        assertThat(api.get("/me").at("$.data.credits")).isEqualTo(10);
        assertThat(api.get("/jobs/" + job).at("$.data.job.done_items")).isEqualTo(0);
    }

    @Test
    void aReportThatIsTooLargeIsRefusedAndAStrangersIsNotEvenRead() {
        var activity = waiting();
        assertThat(provider.post("/jobs/" + job + "/callback", "no JSON at all").code())
                .isEqualTo("CALLBACK_UNAUTHORIZED");
        assertThat(status()).isEqualTo("running");

        // Last, since the server ends the connection, and the client may take it for another request.
        var large = done(0, activity + ".0:1", "").replace("}", ", \"output_key\": \"" + "x".repeat(1 << 20) + "\"}");

        var refused = report(large);
        assertThat(refused.status() + " " + refused.code()).isEqualTo("413 PAYLOAD_TOO_LARGE");
    }

    private static String done(int idx, String key, String instances) {
        return "{\"idx\": %d, \"status\": \"done\", \"idempotency_key\": \"%s\", \"instances\": [%s]}"
                .formatted(idx, key, instances);
    }

    @Test
    void oneReportServesEveryVariant() {
        var activity = waiting("""
                {"protect": ["Window"], "variants": [
                    {"id": "a", "concepts": {"Wall": {"action": "recolor", "value": "#AABBCC"}}},
                    {"id": "b", "concepts": {"Floor": {"action": "recolor", "value": "#AABBCC"}}}]}""");
        var done = report("""
                {"idx": 0, "status": "done", "idempotency_key": "%s.0:0", "instances": []}""".formatted(activity));
        assertThat(done.status()).as(done.body()).isEqualTo(200);

        await().atMost(MAX).until(() -> status().equals("done"));
        assertThat(RUNNING.workers.rendered(job, 0).found().masks())
                .extracting(MaskRef::concept)
                .containsExactly("Wall", "Window", "Floor");
    }

    private String waiting() {
        return waiting("""
                {"concepts": {"Wall": {"action": "recolor", "value": "#AABBCC"}}, "protect": ["Window"]}""");
    }

    private String waiting(String request) {
        var activities = RUNNING.workers.external(job);
        api.post("/jobs/" + job + "/confirm-upload", null);
        api.post("/jobs/" + job + "/execute", request);
        await().atMost(MAX).until(() -> !activities.isEmpty());
        return Objects.requireNonNull(activities.peek());
    }

    private String status() {
        return api.get("/jobs/" + job).text("$.data.job.status");
    }

    private Api.Answer report(String body) {
        return provider.post("/jobs/" + job + "/callback", body, "Authorization", BEARER);
    }
}
