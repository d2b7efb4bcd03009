package photoset.workflows.durable;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import photoset.workflows.SetId;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobState;
import photoset.workflows.ownmasks.CheckedMask;
import photoset.workflows.ownmasks.MaskOutcome;
import photoset.workflows.plan.Plan;
import photoset.workflows.sets.SetRequest;
import photoset.workflows.sets.SetState;

/**
 * Writes the histories that {@link ReplayTest} replays, as CONTRIBUTING says: for a version that is released, into a folder
 * of its own. Those of older versions stay, since jobs of that version may still be running somewhere.
 */
class RecordHistories {
    /** The version, e.g. {@code 0.1.0}; without it nothing is recorded. */
    private static final String VERSION = "photoset.histories.record";

    private static Path folder = Path.of("src/test/resources/histories");

    @BeforeAll
    static void makeAFolderOfItsOwn() throws IOException {
        @Nullable String version = System.getProperty(VERSION);
        if (version == null) {
            throw new IllegalArgumentException("Say which version the histories are of: -D" + VERSION + "=0.1.0");
        }
        folder = Files.createDirectory(folder.resolve(version));
    }

    @Test
    void finished() throws IOException {
        try (var fixture = new JobFixture()) {
            fixture.startIn(JobState.DONE, 3);
            save(fixture, "finished");
        }
    }

    @Test
    void threeVariants() throws IOException {
        try (var fixture = new JobFixture()) {
            fixture.records.available = 4;
            var job = fixture.startIn(JobState.UPLOADED, 3);
            assertThatThrownBy(() -> JobFixture.executeThree(job)).isInstanceOf(WorkflowUpdateException.class);
            fixture.records.available = 10;
            JobFixture.executeThree(job);
            job.getResult(JobOutcome.class);
            save(fixture, "three-variants");
        }
    }

    @Test
    void segmentedBefore() throws IOException {
        try (var fixture = new JobFixture()) {
            var job = fixture.startIn(JobState.UPLOADED, 3);
            fixture.workers.segmentationFailures.put(
                    1, ApplicationFailure.newNonRetryableFailure("no memory", "OutOfMemory"));
            JobFixture.segment(job, "Wall");
            fixture.records.awaitStep("segmentation 1 ended");
            fixture.workers.segmentationFailures.clear();
            JobFixture.segment(job, "Window");
            fixture.records.awaitStep("segmentation 2 ended");
            JobFixture.execute(job);
            job.getResult(JobOutcome.class);
            save(fixture, "segmented-before");
        }
    }

    @Test
    void canceledWhileSegmenting() throws IOException, InterruptedException {
        try (var fixture = new JobFixture()) {
            fixture.workers.segmentationGate = new CountDownLatch(1);
            var job = fixture.startIn(JobState.UPLOADED, 3);
            JobFixture.segment(job, "Wall");
            fixture.workers.segmenting.await();
            JobFixture.cancel(job);
            job.getResult(JobOutcome.class);
            save(fixture, "canceled-while-segmenting");
        }
    }

    @Test
    void partlyFailed() throws IOException {
        try (var fixture = new JobFixture()) {
            fixture.workers.broken.add(0);
            fixture.workers.segmentationFailures.put(
                    1, ApplicationFailure.newNonRetryableFailure("Wall is known.", "UNKNOWN_CONCEPT"));
            fixture.startIn(JobState.DONE, 4);
            save(fixture, "partly-failed");
        }
    }

    @Test
    void retried() throws IOException {
        try (var fixture = new JobFixture()) {
            fixture.workers.unrenderable.add(1);
            fixture.startIn(JobState.DONE, 3);
            fixture.records.available = 0;
            assertThatThrownBy(() -> fixture.retry(1)).isInstanceOf(WorkflowUpdateException.class);
            fixture.temporal
                    .getWorkflowClient()
                    .newUntypedWorkflowStub(fixture.id.workflowId())
                    .getResult(JobOutcome.class);
            save(fixture, "retry-refused");
            fixture.records.available = 7;
            fixture.workers.unrenderable.clear();
            fixture.retry(1).getResult(JobOutcome.class);
            save(fixture, "retried");
        }
    }

    @Test
    void canceledByUser() throws IOException, InterruptedException {
        try (var fixture = new JobFixture()) {
            fixture.workers.segmentationGate = new CountDownLatch(1);
            var job = fixture.startIn(JobState.RUNNING, 3);
            fixture.workers.segmenting.await();
            JobFixture.cancel(job);
            job.getResult(JobOutcome.class);
            save(fixture, "canceled-by-user");
        }
    }

    @Test
    void canceledByOperator() throws IOException, InterruptedException {
        try (var fixture = new JobFixture()) {
            fixture.workers.segmentationGate = new CountDownLatch(1);
            var job = fixture.startIn(JobState.RUNNING, 3);
            fixture.workers.segmenting.await();
            job.cancel("an operator pressed the button");
            assertThatThrownBy(() -> job.getResult(JobOutcome.class)).isInstanceOf(WorkflowFailedException.class);
            save(fixture, "canceled-by-operator");
        }
    }

    @Test
    void windowsPassed() throws IOException {
        try (var fixture = new JobFixture()) {
            var job = fixture.start(Plan.FREE, 2);
            fixture.temporal.sleep(JobFixture.UPLOAD_WINDOW.plusMinutes(1));
            job.getResult(JobOutcome.class);
            save(fixture, "upload-window-passed");
        }
        try (var fixture = new JobFixture()) {
            var job = fixture.startIn(JobState.UPLOADED, 2);
            fixture.temporal.sleep(JobFixture.EXECUTE_WINDOW.plusMinutes(1));
            job.getResult(JobOutcome.class);
            save(fixture, "execute-window-passed");
        }
    }

    @Test
    void noProgress() throws IOException {
        try (var fixture = new JobFixture()) {
            fixture.records.unwritable = 1;
            // Else the history has an event for each minute of the day.
            fixture.records.unwritableFor = Duration.ofHours(12);
            var job = fixture.startIn(JobState.RUNNING, 2);
            job.getResult(JobOutcome.class);
            save(fixture, "no-progress");
        }
    }

    @Test
    void sets() throws IOException {
        try (var fixture = new JobFixture()) {
            var job = fixture.startIn(JobState.UPLOADED, 1);
            JobFixture.execute(job, SetWorkflowRunTest.withSet());
            job.getResult(JobOutcome.class);
            save(fixture, "finished-with-set");
            saveSet(fixture, SetId.ofJob(fixture.id), "set-done");
        }
        try (var fixture = new JobFixture()) {
            fixture.sets.failure = ApplicationFailure.newNonRetryableFailure("no memory", "OutOfMemory");
            var request = new SetRequest(fixture.user, fixture.id, new SetId("set_1"));
            SetWorkflowRunTest.begin(fixture, request);
            saveSet(fixture, request.set(), "set-failed");
        }
    }

    private static void saveSet(JobFixture fixture, SetId set, String name) throws IOException {
        var client = fixture.temporal.getWorkflowClient();
        client.newUntypedWorkflowStub(set.workflowId()).getResult(SetState.class);
        var run = WorkflowExecution.newBuilder().setWorkflowId(set.workflowId()).build();
        save(fixture.temporal, run, name);
    }

    @Test
    void retentionThatWaits() throws IOException {
        try (var fixture = new RetentionFixture()) {
            var first = WorkflowStub.fromTyped(fixture.begin()).getExecution();
            fixture.temporal.sleep(Duration.ofMinutes(6));
            save(fixture.temporal, first, "retention-waits");
        }
    }

    @Test
    void retentionThatIsWoken() throws IOException {
        try (var fixture = new RetentionFixture()) {
            var workflow = fixture.begin();
            var first = WorkflowStub.fromTyped(workflow).getExecution();
            fixture.temporal.sleep(Duration.ofMinutes(1));
            workflow.runNow();
            fixture.temporal.sleep(Duration.ofMinutes(1));
            save(fixture.temporal, first, "retention-woken");
        }
    }

    @Test
    void masks() throws IOException {
        for (boolean fits : new boolean[] {true, false}) {
            try (var fixture = new MaskFixture()) {
                if (!fits) {
                    fixture.checked = new CheckedMask.Unfit("Make it larger.");
                }
                var workflow = fixture.begin();
                workflow.getResult(MaskOutcome.class);
                save(fixture.temporal, workflow.getExecution(), fits ? "mask-taken" : "mask-unfit");
            }
        }
    }

    @Test
    void previews() throws IOException {
        try (var fixture = new JobFixture()) {
            var shown = PreviewWorkflowRunTest.task(0, "aa");
            PreviewWorkflowRunTest.start(fixture, shown).getResult(Void.class);
            save(fixture.temporal, execution(shown.workflowId()), "preview");
            fixture.workers.unrenderable.add(1);
            var failed = PreviewWorkflowRunTest.task(1, "bb");
            var preview = PreviewWorkflowRunTest.start(fixture, failed);
            assertThatThrownBy(() -> preview.getResult(Void.class)).isInstanceOf(WorkflowFailedException.class);
            save(fixture.temporal, execution(failed.workflowId()), "preview-failed");
        }
    }

    private static WorkflowExecution execution(String id) {
        return WorkflowExecution.newBuilder().setWorkflowId(id).build();
    }

    private static void save(JobFixture fixture, String name) throws IOException {
        save(fixture.temporal, execution(fixture.id.workflowId()), name);
    }

    private static void save(TestWorkflowEnvironment temporal, WorkflowExecution run, String name) throws IOException {
        var history = temporal.getWorkflowClient().fetchHistory(run.getWorkflowId(), run.getRunId());
        Files.writeString(folder.resolve(name + ".json"), history.toJson(true) + "\n");
    }
}
