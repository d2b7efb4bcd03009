package photoset.workflows.durable;

import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobState;

/**
 * Writes the histories that {@link ReplayTest} replays. Run it for a released version only, into a folder of that
 * version; never overwrite the histories of an older one, since jobs of that version may still be running somewhere.
 */
final class RecordHistories {
    private RecordHistories() {}

    /** Takes the folder to write to, e.g. {@code workflows/src/test/resources/histories/0.1.0}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        try (var fixture = new JobFixture()) {
            fixture.startIn(JobState.DONE, 3);
            save(fixture, folder.resolve("delivered.json"));
        }
        try (var fixture = new JobFixture()) {
            fixture.records.available = 4;
            var job = fixture.startIn(JobState.UPLOADED, 3);
            executeRefused(job);
            fixture.records.available = 10;
            JobFixture.executeThree(job);
            job.getResult(JobOutcome.class);
            save(fixture, folder.resolve("three-variants.json"));
        }
        try (var fixture = new JobFixture()) {
            fixture.workers.broken.add(0);
            fixture.workers.segmentationFailures.put(
                    1, ApplicationFailure.newNonRetryableFailure("Wall is known.", "UNKNOWN_CONCEPT"));
            fixture.startIn(JobState.DONE, 4);
            save(fixture, folder.resolve("partly-failed.json"));
        }
        try (var fixture = new JobFixture()) {
            fixture.workers.segmentationGate = new CountDownLatch(1);
            var job = fixture.startIn(JobState.RUNNING, 3);
            fixture.workers.segmenting.await();
            JobFixture.cancel(job);
            job.getResult(JobOutcome.class);
            save(fixture, folder.resolve("canceled-while-running.json"));
        }
        try (var fixture = new JobFixture()) {
            var job = fixture.startIn(JobState.UPLOADED, 2);
            fixture.temporal.sleep(JobFixture.EXECUTE_WINDOW.plusMinutes(1));
            job.getResult(JobOutcome.class);
            save(fixture, folder.resolve("execute-window-passed.json"));
        }
    }

    private static void executeRefused(WorkflowStub job) {
        try {
            JobFixture.executeThree(job);
        } catch (WorkflowUpdateException refused) {
            return;
        }
        throw new IllegalStateException("There were credits enough.");
    }

    private static void save(JobFixture fixture, Path file) throws IOException {
        var history = fixture.temporal.getWorkflowClient().fetchHistory(fixture.id.workflowId());
        Files.writeString(file, history.toJson(true) + "\n");
    }
}
