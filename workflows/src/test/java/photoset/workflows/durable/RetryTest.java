package photoset.workflows.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static photoset.workflows.durable.JobFixture.cancel;
import static photoset.workflows.durable.JobFixture.execute;
import static photoset.workflows.durable.JobFixture.refusal;
import static photoset.workflows.durable.JobFixture.segment;

import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import photoset.workflows.job.ItemState;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobRefusal;
import photoset.workflows.job.JobState;
import photoset.workflows.segmentation.MaskRef;

@Timeout(60)
class RetryTest {
    @AutoClose
    private final JobFixture fixture = new JobFixture();

    private final FakeRecords records = fixture.records;
    private final FakeWorkers workers = fixture.workers;

    @Test
    void onlyWhatFailedIsRunAgainWithWhatWasFound() {
        workers.unrenderable.add(1);
        workers.segmentationFailures.put(2, unknown());
        assertThat(ended(4)).isEqualTo(new JobOutcome(JobState.DONE, 2, 2, 0));
        workers.unrenderable.clear();
        workers.segmentationFailures.clear();
        workers.rendered.clear();
        workers.segmented.clear();
        workers.matched.clear();

        var outcome = fixture.retry(1).getResult(JobOutcome.class);

        assertThat(outcome).isEqualTo(new JobOutcome(JobState.DONE, 4, 0, 0));
        assertThat(workers.segmented)
                .singleElement()
                .satisfies(task -> assertThat(task.photo().idx()).isEqualTo(2));
        assertThat(workers.rendered).extracting(task -> task.photo().idx()).containsExactlyInAnyOrder(1, 2);
        assertThat(workers.rendered).allSatisfy(task -> {
            assertThat(task.found().masks()).extracting(MaskRef::concept).containsExactly("Wall");
            assertThat(task.albumWhite()).isEqualTo("#fefefe");
        });
        assertThat(workers.matched)
                .singleElement()
                .satisfies(task -> assertThat(task.photos()).containsExactly(0, 1, 2, 3));
        assertThat(records.spent).isEqualTo(4);
        assertThat(records.available).isEqualTo(6);
        assertThat(records.held).isZero();
    }

    @Test
    void idsThatUsersKnowStayAfterARetry() {
        workers.unrenderable.add(0);
        var job = fixture.startIn(JobState.UPLOADED, 2);
        segment(job, "Wall");
        records.awaitStep("segmentation 1 ended");
        execute(job);
        job.getResult(JobOutcome.class);
        workers.unrenderable.clear();
        workers.matched.clear();

        fixture.retry(1).getResult(JobOutcome.class);

        assertThat(workers.segmented).hasSize(2);
        assertThat(workers.matched).isEmpty();
    }

    @Test
    void whatFailsAgainIsReleasedAndMayBeRetriedOnceMore() {
        workers.unrenderable.add(1);
        ended(2);
        assertThat(fixture.retry(1).getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.DONE, 1, 1, 0));
        assertThat(records.available).isEqualTo(9);
        workers.unrenderable.clear();

        assertThat(fixture.retry(2).getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.DONE, 2, 0, 0));
        assertThat(records.spent).isEqualTo(2);
        assertThat(records.available).isEqualTo(8);
    }

    @Test
    void tooFewCreditsAreToldAndTheJobStaysAsItEnded() {
        workers.unrenderable.add(1);
        ended(2);
        records.available = 0;

        assertThat(refusal(catchThrowable(() -> fixture.retry(1)))).isEqualTo("INSUFFICIENT_CREDITS");
        assertThat(closed()).isEqualTo(new JobOutcome(JobState.DONE, 1, 1, 0));
        assertThat(records.items.get(1)).isEqualTo(ItemState.FAILED);

        records.available = 1;
        workers.unrenderable.clear();
        assertThat(fixture.retry(1).getResult(JobOutcome.class).delivered()).isEqualTo(2);
    }

    @Test
    void whatTheRecordsRefuseIsTold() {
        workers.unrenderable.add(1);
        ended(2);
        records.refusedRetry = JobRefusal.CONCURRENCY_LIMIT.because("One job at a time.");

        assertThat(catchThrowable(() -> fixture.retry(1))).hasStackTraceContaining("One job at a time.");
        assertThat(closed()).isEqualTo(new JobOutcome(JobState.DONE, 1, 1, 0));
    }

    @Test
    void aStartWhoseCallGotLostChangesNothing() {
        workers.unrenderable.add(1);
        ended(2);

        assertThat(fixture.startRetry(1).getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.DONE, 1, 1, 0));
        assertThat(records.steps).doesNotContain("retry 1");
    }

    @Test
    void cancelingARetryReleasesWhatIsLeft() throws InterruptedException {
        workers.segmentationFailures.put(0, unknown());
        workers.segmentationFailures.put(1, unknown());
        ended(2);
        workers.segmentationFailures.clear();
        workers.segmentationGate = new CountDownLatch(1);
        workers.segmenting = new CountDownLatch(1);
        var again = fixture.retry(1);
        workers.segmenting.await();

        assertThat(refusal(catchThrowable(() -> fixture.retry(2)))).isEqualTo("INVALID_TRANSITION");
        assertThat(cancel(again).state()).isEqualTo(JobState.CANCELED);
        assertThat(records.available).isEqualTo(10);
        assertThat(records.held).isZero();
    }

    @Test
    void aJobThatIsClosingAsksForPatience() {
        workers.unrenderable.add(1);
        workers.matchingGate = new CountDownLatch(1);
        var job = fixture.startIn(JobState.UPLOADED, 2);
        execute(job);
        records.awaitStep("ended");

        assertThat(refusal(catchThrowable(() -> fixture.retry(1)))).isEqualTo("STILL_CLOSING");
        workers.matchingGate.countDown();
        assertThat(job.getResult(JobOutcome.class).delivered()).isEqualTo(1);
    }

    @Test
    void aJobThatHasNotEndedIsNotRetried() {
        var job = fixture.startIn(JobState.UPLOADED, 1);

        assertThat(refusal(catchThrowable(() -> fixture.retry(1)))).isEqualTo("INVALID_TRANSITION");
        execute(job);
        assertThat(job.getResult(JobOutcome.class).delivered()).isEqualTo(1);
    }

    private JobOutcome ended(int photos) {
        var job = fixture.startIn(JobState.UPLOADED, photos);
        execute(job);
        return job.getResult(JobOutcome.class);
    }

    private JobOutcome closed() {
        return fixture.temporal
                .getWorkflowClient()
                .newUntypedWorkflowStub(fixture.id.workflowId())
                .getResult(JobOutcome.class);
    }

    private static ApplicationFailure unknown() {
        return ApplicationFailure.newNonRetryableFailure("Wall is known.", "UNKNOWN_CONCEPT");
    }
}
