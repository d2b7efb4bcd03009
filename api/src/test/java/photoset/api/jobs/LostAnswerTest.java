package photoset.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.EventType;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.Api.Answer;
import photoset.api.RunningApi;
import photoset.api.probe.Wire;

/** Temporal does what it is asked and its answer gets lost: whoever repeats the call gets the outcome of the first. */
class LostAnswerTest {
    private static final RunningApi RUNNING = RunningApi.shared();
    private static final String WALL = """
            {"concepts": {"Wall": {"action": "recolor", "value": "#AABBCC"}}}""";
    private static final String FLOOR = WALL.replace("Wall", "Floor");
    private static final String[] KEY = {"Idempotency-Key", "of this call"};

    private final Api api = RUNNING.free();

    private Answer lost(String job, String call, @Nullable String body, String... headers) throws Exception {
        try (var _ = Wire.losesAnswers("UpdateWorkflowExecution", job)) {
            var answer = api.post("/jobs/" + job + "/" + call, body, headers);
            assertThat(answer.status() + " " + answer.code()).isEqualTo("503 UNAVAILABLE");
            return answer;
        }
    }

    private Answer repeated(String job, String call, @Nullable String body, String... headers) {
        return api.post("/jobs/" + job + "/" + call, body, headers);
    }

    private static String said(Answer refused) {
        return refused.status() + " " + refused.code();
    }

    @Test
    void anExecuteIsConfirmedWhileTheJobRunsAndAfterItHasEnded() throws Exception {
        var job = api.uploadedJob(1);
        var gate = new CountDownLatch(1);
        RUNNING.workers.slow.put(job, gate);
        lost(job, "execute", WALL);
        api.awaited(job, "running");

        assertThat(repeated(job, "execute", WALL).status()).isEqualTo(202);
        assertThat(said(repeated(job, "execute", FLOOR))).isEqualTo("409 INVALID_TRANSITION");
        gate.countDown();
        api.awaited(job, "done");
        assertThat(repeated(job, "execute", WALL).status()).isEqualTo(202);
        assertThat(said(repeated(job, "execute", FLOOR))).isEqualTo("409 INVALID_TRANSITION");
        assertThat(api.credits()).isEqualTo("9 0");
    }

    @Test
    void aKeyKeepsTheOutcomeAndNotTheConflictWithIt() throws Exception {
        var rule = api.post("/rules", """
                {"name": "Oak", "preset_id": "interior", "protect": [],
                 "concepts": {"Floor": {"action": "recolor", "value": "oak_a"}}}""").text("$.data.rule.id");
        var job = api.uploadedJob(1);
        var request = "{\"rule_id\": \"" + rule + "\"}";
        lost(job, "execute", request, KEY);
        api.awaited(job, "done");
        api.delete("/rules/" + rule);

        assertThat(repeated(job, "execute", request, KEY).status()).isEqualTo(202);
        var replayed = repeated(job, "execute", request, KEY);
        assertThat(replayed.status()).isEqualTo(202);
        assertThat(replayed.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aConfirmationHoldsOnceAndAnswersAfterTheEndToo() throws Exception {
        var job = api.job(2);
        lost(job, "confirm-upload", null, KEY);
        api.awaited(job, "uploaded");
        repeated(job, "cancel", null);
        api.awaited(job, "canceled");

        var confirmed = repeated(job, "confirm-upload", null, KEY);
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.at("$.data.items[*].idx")).hasToString("[0,1]");
        assertThat(said(repeated(job, "confirm-upload", null))).isEqualTo("409 ALREADY_CANCELED");
    }

    @Test
    void aCancelIsConfirmedToItsKeyOnly() throws Exception {
        var job = api.job(1);
        lost(job, "cancel", null, KEY);
        api.awaited(job, "canceled");

        assertThat(repeated(job, "cancel", null, KEY).status()).isEqualTo(200);
        assertThat(said(repeated(job, "cancel", null))).isEqualTo("409 ALREADY_CANCELED");
    }

    @Test
    void confirmationsAtOnceAreOneUpdate() {
        var job = api.job(3);
        Stream.generate(() -> "confirm-upload")
                .limit(4)
                .parallel()
                .forEach(call -> assertThat(repeated(job, call, null).status()).isEqualTo(200));

        assertThat(updates(job)).isEqualTo(1);
        assertThat(api.credits()).isEqualTo("7 3");
    }

    @Test
    void whatWasRefusedMayBeTriedAgainInTheSameWords() {
        var job = api.job(4);
        RUNNING.workers.missing.add(job + "/0");
        assertThat(said(repeated(job, "confirm-upload", null))).isEqualTo("422 UPLOAD_INCOMPLETE");
        RUNNING.workers.missing.remove(job + "/0");
        available(3);
        assertThat(said(repeated(job, "confirm-upload", null))).isEqualTo("402 INSUFFICIENT_CREDITS");
        available(4);
        assertThat(repeated(job, "confirm-upload", null).status()).isEqualTo(200);

        var two = """
                {"variants": [{"id": "x", "concepts": {"Wall": {"action": "recolor", "value": "#AABBCC"}}},
                              {"id": "y", "concepts": {"Wall": {"action": "recolor", "value": "#CCBBAA"}}}]}""";
        assertThat(said(repeated(job, "execute", two))).isEqualTo("402 INSUFFICIENT_CREDITS");
        available(4);
        assertThat(repeated(job, "execute", two).status()).isEqualTo(202);
        api.awaited(job, "done");
    }

    private void available(int credits) {
        RUNNING.records.run("update credit_accounts set available = " + credits + " where user_id = '"
                + RunningApi.user(api) + "'");
    }

    private static long updates(String job) {
        return RUNNING.workers.client().fetchHistory("job/" + job).getEvents().stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED)
                .count();
    }
}
