package photoset.workflows.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static photoset.workflows.durable.JobFixture.cancel;
import static photoset.workflows.durable.JobFixture.execute;
import static photoset.workflows.durable.JobFixture.executeThree;
import static photoset.workflows.durable.JobFixture.refusal;

import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import photoset.workflows.job.ItemState;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobState;
import photoset.workflows.jobstore.JobEnd.Reason;

@Timeout(60)
class VariantsTest {
    @AutoClose
    private final JobFixture fixture = new JobFixture();

    private final FakeRecords records = fixture.records;
    private final FakeWorkers workers = fixture.workers;

    @Test
    void segmentsEachPhotoOnceAndPaysEachPicture() {
        var job = fixture.startIn(JobState.UPLOADED, 3);
        assertThat(records.held).isEqualTo(3);
        executeThree(job);

        assertThat(job.getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.DONE, 3, 0, 0));
        assertThat(scheduled("Segment")).isEqualTo(3);
        assertThat(scheduled("Render")).isEqualTo(3);
        assertThat(records.spent).isEqualTo(9);
        assertThat(records.available).isEqualTo(1);
        for (String variant : new String[] {"a", "b", "c"}) {
            assertThat(records.steps).filteredOn(("picture " + variant)::equals).hasSize(3);
        }
    }

    /** How often the history asks for an activity. */
    private long scheduled(String activity) {
        return fixture.temporal.getWorkflowClient().fetchHistory(fixture.id.workflowId()).getEvents().stream()
                .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .filter(event -> event.getActivityTaskScheduledEventAttributes()
                        .getActivityType()
                        .getName()
                        .equals(activity))
                .count();
    }

    @Test
    void aPhotoThatFailsGivesBackAllOfItsPictures() {
        workers.broken.add(0);
        workers.unrenderable.add(1);
        var job = fixture.startIn(JobState.UPLOADED, 3);
        executeThree(job);

        assertThat(job.getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.DONE, 1, 2, 0));
        assertThat(records.spent).isEqualTo(3);
        assertThat(records.available).isEqualTo(7);
        assertThat(records.steps).contains("RENDERING_FAILED: The rule could not be applied. Try it again later.");
    }

    @Test
    void tooFewCreditsRefuseTheVariantsAndTheJobTakesAnotherRule() {
        var job = fixture.startIn(JobState.UPLOADED, 4);

        var refused = catchThrowable(() -> executeThree(job));
        assertThat(refusal(refused)).isEqualTo("INSUFFICIENT_CREDITS");
        var details = ((ApplicationFailure) refused.getCause()).getDetails();
        assertThat(details.get(0, Long.class)).isEqualTo(8);
        assertThat(details.get(1, Long.class)).isEqualTo(6);
        assertThat(records.held).isEqualTo(4);
        assertThat(records.state).isEqualTo(JobState.UPLOADED);

        execute(job);
        assertThat(job.getResult(JobOutcome.class).delivered()).isEqualTo(4);
        assertThat(records.spent).isEqualTo(4);
    }

    @Test
    void anAlbumWhoseVariantsWereRefusedExpiresLikeAnyOther() {
        var job = fixture.startIn(JobState.UPLOADED, 4);
        assertThat(catchThrowable(() -> executeThree(job))).isNotNull();
        fixture.temporal.sleep(JobFixture.EXECUTE_WINDOW.plusMinutes(1));

        assertThat(job.getResult(JobOutcome.class).state()).isEqualTo(JobState.CANCELED);
        assertThat(records.reason).isEqualTo(Reason.EXECUTE_WINDOW_PASSED);
        assertThat(records.available).isEqualTo(10);
    }

    @Test
    void cancelingReleasesEveryPictureThatIsOpen() throws InterruptedException {
        workers.segmentationGate = new CountDownLatch(1);
        var job = fixture.startIn(JobState.UPLOADED, 3);
        executeThree(job);
        assertThat(records.available).isEqualTo(1);
        workers.segmenting.await();

        assertThat(cancel(job).state()).isEqualTo(JobState.CANCELED);
        assertThat(records.available).isEqualTo(10);
        assertThat(records.items.values()).containsOnly(ItemState.CANCELED);
    }
}
