package photoset.workflows.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import photoset.workflows.SetId;
import photoset.workflows.TaskQueues;
import photoset.workflows.job.Execution;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobState;
import photoset.workflows.sets.OrderedSet;
import photoset.workflows.sets.SetError;
import photoset.workflows.sets.SetLanguage;
import photoset.workflows.sets.SetRequest;
import photoset.workflows.sets.SetState;
import photoset.workflows.sets.SetTemplate;
import photoset.workflows.sets.SetWorkflow;

/** A set on a time-skipping Temporal. */
class SetWorkflowRunTest {
    private final JobFixture fixture = new JobFixture();
    private final SetRequest request = new SetRequest(fixture.user, fixture.id, new SetId("set_1"));

    @AfterEach
    void close() {
        fixture.close();
    }

    private WorkflowStub begin() {
        return begin(fixture, request);
    }

    static WorkflowStub begin(JobFixture fixture, SetRequest request) {
        var set = fixture.temporal
                .getWorkflowClient()
                .newWorkflowStub(
                        SetWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(request.set().workflowId())
                                .setTaskQueue(TaskQueues.JOBS)
                                .build());
        WorkflowClient.start(set::run, request);
        return WorkflowStub.fromTyped(set);
    }

    @Test
    void aSetIsComposedAndItsProgressOnlyGrows() {
        assertThat(begin().getResult(SetState.class)).isEqualTo(SetState.DONE);
        assertThat(fixture.sets.steps)
                .containsExactly("start set_1", "compose", "progress 45", "done before_after.zip");
    }

    @Test
    void aWorkerThatIsKilledCostsItsHeartbeatAlone() {
        fixture.sets.dying.set(1);
        assertThat(begin().getResult(SetState.class)).isEqualTo(SetState.DONE);
        assertThat(fixture.sets.steps)
                .containsExactly("start set_1", "compose", "compose", "progress 45", "done before_after.zip");
        assertThat(fixture.between(
                        request.set().workflowId(),
                        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
                        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED))
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void whatCannotBeComposedFailsWithItsReasonAndCanBeAskedForAgain() {
        fixture.sets.failure = ApplicationFailure.newNonRetryableFailure("One design.", SetError.SET_REFUSED.name());
        assertThat(begin().getResult(SetState.class)).isEqualTo(SetState.FAILED);
        fixture.sets.failure = ApplicationFailure.newNonRetryableFailure("no memory", "OutOfMemory");
        assertThat(begin().getResult(SetState.class)).isEqualTo(SetState.FAILED);
        fixture.sets.failure = null;
        assertThat(begin().getResult(SetState.class)).isEqualTo(SetState.DONE);
        assertThat(fixture.sets.steps.stream()
                        .filter(step -> step.startsWith("failed") || step.startsWith("done"))
                        .collect(Collectors.joining(", ")))
                .isEqualTo("failed SET_REFUSED, failed COMPOSING_FAILED, done before_after.zip");
    }

    @Test
    void aDatabaseThatIsAwayDelaysTheEnd() {
        fixture.sets.outage.set(5);
        assertThat(begin().getResult(SetState.class)).isEqualTo(SetState.DONE);
        assertThat(fixture.sets.steps).endsWith("done before_after.zip");
    }

    @Test
    void nothingIsComposedOfPicturesThatAreGone() {
        fixture.sets.open = false;
        assertThat(begin().getResult(SetState.class)).isEqualTo(SetState.FAILED);
        assertThat(fixture.sets.steps).containsExactly("start set_1", "failed PICTURES_GONE");
    }

    @Test
    void anOperatorsCancellationIsRecorded() throws InterruptedException {
        fixture.sets.gate = new CountDownLatch(1);
        var set = begin();
        fixture.sets.composing.await();
        set.cancel();
        assertThatThrownBy(() -> set.getResult(SetState.class)).isInstanceOf(WorkflowFailedException.class);
        assertThat(fixture.sets.steps).endsWith("failed CANCELED");
    }

    @Test
    void aJobThatIsDoneBeginsTheSetThatItWasExecutedFor() {
        var job = fixture.startIn(JobState.UPLOADED, 1);
        JobFixture.execute(job, withSet());
        assertThat(job.getResult(JobOutcome.class).state()).isEqualTo(JobState.DONE);
        var set = fixture.temporal
                .getWorkflowClient()
                .newUntypedWorkflowStub(SetId.ofJob(fixture.id).workflowId());
        assertThat(set.getResult(SetState.class)).isEqualTo(SetState.DONE);
        assertThat(fixture.sets.steps).startsWith("start set_" + fixture.id);
    }

    @Test
    void aJobThatFailedBeginsNone() {
        fixture.workers.unrenderable.add(0);
        var job = fixture.startIn(JobState.UPLOADED, 1);
        JobFixture.execute(job, withSet());
        assertThat(job.getResult(JobOutcome.class).state()).isEqualTo(JobState.FAILED);
        assertThat(fixture.sets.steps).isEmpty();
    }

    static Execution withSet() {
        return new Execution(
                List.of(JobFixture.variant("a", "#9caf88")),
                new OrderedSet(SetTemplate.BEFORE_AFTER, SetLanguage.EN, "https://photos.example.com"),
                JobFixture.concepts("Wall"));
    }
}
