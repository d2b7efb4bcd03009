package photoset.workflows.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.temporal.client.WorkflowStub;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobState;

/** Every state times every action. {@code closed}: the workflow has ended; the api answers from the records then. */
@Timeout(60)
class JobStateTableTest {
    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource({
        "CREATED,  confirm, ok",
        "CREATED,  execute, INVALID_TRANSITION",
        "CREATED,  cancel,  ok",
        "UPLOADED, confirm, ok",
        "UPLOADED, execute, ok",
        "UPLOADED, cancel,  ok",
        "RUNNING,  confirm, INVALID_TRANSITION",
        "RUNNING,  execute, INVALID_TRANSITION",
        "RUNNING,  cancel,  ok",
        "DONE,     confirm, closed",
        "DONE,     execute, closed",
        "DONE,     cancel,  closed",
        "FAILED,   confirm, closed",
        "FAILED,   execute, closed",
        "FAILED,   cancel,  closed",
        "CANCELED, confirm, closed",
        "CANCELED, execute, closed",
        "CANCELED, cancel,  closed",
    })
    void answers(JobState state, String action, String expected) throws InterruptedException {
        try (var fixture = new JobFixture()) {
            if (state == JobState.RUNNING) {
                fixture.workers.segmentationGate = new CountDownLatch(1);
            }
            var job = fixture.startIn(state, 2);
            if (state == JobState.RUNNING) {
                fixture.workers.segmenting.await();
            }
            if (expected.equals("closed")) {
                job.getResult(JobOutcome.class);
            }

            var thrown = catchThrowable(() -> act(job, action));

            var answer = thrown == null ? "ok" : JobFixture.refusal(thrown);
            assertThat(answer).isEqualTo(expected.equals("closed") ? "WorkflowNotFoundException" : expected);
        }
    }

    private static void act(WorkflowStub job, String action) {
        switch (action) {
            case "confirm" -> JobFixture.confirm(job);
            case "execute" -> JobFixture.execute(job);
            case "cancel" -> JobFixture.cancel(job);
            default -> throw new IllegalArgumentException(action);
        }
    }
}
