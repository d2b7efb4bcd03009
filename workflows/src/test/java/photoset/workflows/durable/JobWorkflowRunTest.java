package photoset.workflows.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static photoset.workflows.durable.JobFixture.begin;
import static photoset.workflows.durable.JobFixture.cancel;
import static photoset.workflows.durable.JobFixture.confirm;
import static photoset.workflows.durable.JobFixture.execute;
import static photoset.workflows.durable.JobFixture.refusal;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import photoset.workflows.job.ItemState;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobState;
import photoset.workflows.job.TransitionCheck;
import photoset.workflows.job.UploadReceipt;
import photoset.workflows.jobstore.JobEnd.Reason;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.plan.Plan;

@Timeout(60)
class JobWorkflowRunTest {
    @AutoClose
    private final JobFixture fixture = new JobFixture();

    private final FakeRecords records = fixture.records;
    private final FakeWorkers workers = fixture.workers;

    @Test
    void deliversEveryPhotoAndCapturesEachCreditOnce() {
        var job = fixture.start(Plan.FREE, 3);

        assertThat(confirm(job).items()).extracting(UploadReceipt.Item::status).containsOnly(ItemState.PENDING);
        assertThat(records.held).isEqualTo(3);
        execute(job);

        assertThat(job.getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.DONE, 3, 0, 0));
        assertThat(records.spent).isEqualTo(3);
        assertThat(records.available).isEqualTo(7);
        assertThat(records.steps)
                .startsWith("uploaded", "queued", "running [0, 1]")
                .endsWith("ended", "instances");
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedFor() {
        records.outage = 12;
        var job = fixture.start(Plan.FREE, 2);
        confirm(job);
        execute(job);

        assertThat(job.getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.DONE, 2, 0, 0));
        assertThat(records.spent).isEqualTo(2);
        assertThat(records.available).isEqualTo(8);
    }

    @Test
    void aWorkerThatIsKilledDuringConfirmCostsItsHeartbeatAlone() {
        workers.dying.add(1);
        var job = fixture.start(Plan.FREE, 3);

        assertThat(confirm(job).items()).extracting(UploadReceipt.Item::status).containsOnly(ItemState.PENDING);
        assertThat(workers.inspections).hasValue(4);
        // Below the 50 seconds that a caller waits for its answer.
        assertThat(fixture.between(
                        fixture.id.workflowId(),
                        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
                        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED))
                .isLessThan(Duration.ofSeconds(40));
        assertThat(records.held).isEqualTo(3);
    }

    @Test
    void tellsTheSegmenterWhatIsProtected() {
        var job = fixture.start(Plan.FREE, 1);
        confirm(job);
        execute(job);
        job.getResult(JobOutcome.class);

        assertThat(workers.protectedOnes).containsExactly(List.of("Grout"));
    }

    @Test
    void worksOnAsManyPhotosAtOnceAsThePlanAllows() throws InterruptedException {
        int limit = Plan.FREE.limits().photosInFlightMax();
        workers.segmentationGate = new CountDownLatch(1);
        workers.segmenting = new CountDownLatch(limit);
        var job = fixture.start(Plan.FREE, 8);
        confirm(job);
        execute(job);
        workers.segmenting.await();
        workers.segmentationGate.countDown();
        job.getResult(JobOutcome.class);

        assertThat(workers.inFlightMax.get()).isEqualTo(limit);
    }

    @Test
    void aBrokenPhotoIsReleasedAndTheRestDelivered() {
        workers.broken.add(1);
        var job = fixture.start(Plan.FREE, 4);

        var receipt = confirm(job);
        assertThat(receipt.items().get(1).status()).isEqualTo(ItemState.FAILED);
        assertThat(receipt.items().get(1).error().code()).isEqualTo(PhotoError.UNREADABLE_PHOTO);
        execute(job);

        assertThat(job.getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.DONE, 3, 1, 0));
        assertThat(records.spent).isEqualTo(3);
        assertThat(records.available).isEqualTo(7);
    }

    @Test
    void aPhotoThatCannotBeSegmentedEndsAloneWithItsReason() {
        workers.segmentationFailures.put(
                0, ApplicationFailure.newNonRetryableFailure("Wall, Floor are known.", "UNKNOWN_CONCEPT"));
        workers.segmentationFailures.put(1, ApplicationFailure.newFailure("CUDA error", "EngineException"));
        var job = fixture.start(Plan.FREE, 3);
        confirm(job);
        execute(job);

        assertThat(job.getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.DONE, 1, 2, 0));
        assertThat(records.steps)
                .contains("UNKNOWN_CONCEPT: Wall, Floor are known.")
                .contains("SEGMENTATION_FAILED: The photo could not be segmented. Try it again later.");
    }

    @Test
    void anUnexpectedFailureTellsItsOwnerNoInnerDetail() {
        workers.unrenderable.add(0);
        var job = fixture.start(Plan.FREE, 1);
        confirm(job);
        execute(job);

        assertThat(job.getResult(JobOutcome.class).state()).isEqualTo(JobState.FAILED);
        assertThat(records.steps).contains("RENDERING_FAILED: The rule could not be applied. Try it again later.");
        assertThat(records.available).isEqualTo(10);
    }

    @Test
    void anAlbumOfBrokenPhotosFailsAndCostsNothing() {
        workers.broken.addAll(List.of(0, 1));
        var job = fixture.start(Plan.FREE, 2);
        confirm(job);
        execute(job);

        assertThat(job.getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.FAILED, 0, 2, 0));
        assertThat(records.available).isEqualTo(10);
    }

    @Test
    void missingUploadsAreNamedAndMayBeSentLater() {
        workers.missing.addAll(List.of(0, 2));
        var job = fixture.start(Plan.FREE, 3);

        var refused = catchThrowable(() -> confirm(job));
        assertThat(refusal(refused)).isEqualTo("UPLOAD_INCOMPLETE");
        var details = ((ApplicationFailure) refused.getCause()).getDetails();
        assertThat(details.get(Integer[].class)).containsExactly(0, 2);
        assertThat(records.steps).isEmpty();

        workers.missing.clear();
        assertThat(confirm(job).items()).hasSize(3);
    }

    @Test
    void tooFewCreditsRefuseTheConfirmationAndChangeNothing() {
        records.available = 2;
        var job = fixture.start(Plan.FREE, 3);

        var refused = catchThrowable(() -> confirm(job));
        assertThat(refusal(refused)).isEqualTo("INSUFFICIENT_CREDITS");
        var details = ((ApplicationFailure) refused.getCause()).getDetails();
        assertThat(details.get(0, Long.class)).isEqualTo(3);
        assertThat(details.get(1, Long.class)).isEqualTo(2);
        assertThat(records.held).isZero();

        records.available = 3;
        assertThat(confirm(job).items()).hasSize(3);
    }

    @Test
    void refusalsAreKeptBeforeTheCallerHearsThemAndAreBounded() {
        workers.missing.add(0);
        var job = fixture.start(Plan.FREE, 1);
        for (int time = 1; time <= TransitionCheck.REFUSALS_MAX; time++) {
            assertThat(refusal(catchThrowable(() -> confirm(job)))).isEqualTo("UPLOAD_INCOMPLETE");
            assertThat(records.refusals).isEqualTo(time);
        }

        assertThat(catchThrowable(() -> confirm(job)))
                .rootCause()
                .hasMessageContaining("Cancel it and create a new one.");
        assertThat(records.refusals).isEqualTo(TransitionCheck.REFUSALS_MAX);
        assertThat(cancel(job).state()).isEqualTo(JobState.CANCELED);
    }

    @Test
    void readsNoPhotoBeforeAllAreThereAndTheCreditsSuffice() {
        workers.missing.add(2);
        var job = fixture.start(Plan.FREE, 3);
        assertThat(refusal(catchThrowable(() -> confirm(job)))).isEqualTo("UPLOAD_INCOMPLETE");
        workers.missing.clear();
        records.available = 2;
        assertThat(refusal(catchThrowable(() -> confirm(job)))).isEqualTo("INSUFFICIENT_CREDITS");

        assertThat(workers.inspections.get()).isZero();
    }

    @Test
    void aRepeatedConfirmationReadsOnlyWhatChanged() {
        workers.replacing.add(1);
        workers.broken.add(0);
        var job = fixture.start(Plan.FREE, 3);
        var refused = catchThrowable(() -> confirm(job));
        assertThat(refusal(refused)).isEqualTo("UPLOAD_INCOMPLETE");
        assertThat(((ApplicationFailure) refused.getCause()).getDetails().get(Integer[].class))
                .containsExactly(1);
        assertThat(records.held).isZero();
        assertThat(workers.inspections.get()).isEqualTo(3);

        workers.replacing.clear();
        workers.versions.merge(2, 1, Integer::sum);
        assertThat(confirm(job).items())
                .extracting(UploadReceipt.Item::status)
                .containsExactly(ItemState.FAILED, ItemState.PENDING, ItemState.PENDING);
        assertThat(workers.inspections.get()).isEqualTo(5);
    }

    @Test
    void confirmingTwiceAtOnceInspectsAndHoldsOnce() {
        workers.inspectionGate = new CountDownLatch(1);
        var job = fixture.start(Plan.FREE, 2);
        var first = begin(job, "confirmUpload", UploadReceipt.class);
        var second = begin(job, "confirmUpload", UploadReceipt.class);
        workers.inspectionGate.countDown();

        assertThat(first.join()).isEqualTo(second.join()).isEqualTo(confirm(job));
        assertThat(workers.inspections.get()).isEqualTo(2);
        assertThat(records.held).isEqualTo(2);
    }

    @Test
    void anUploadThatNobodyConfirmsExpires() {
        var job = fixture.start(Plan.FREE, 2);
        fixture.temporal.sleep(JobFixture.UPLOAD_WINDOW.plusMinutes(1));

        assertThat(job.getResult(JobOutcome.class).state()).isEqualTo(JobState.CANCELED);
        assertThat(records.reason).isEqualTo(Reason.UPLOAD_WINDOW_PASSED);
    }

    @Test
    void anAlbumThatNobodyExecutesExpiresAndItsHoldIsReleased() {
        var job = fixture.startIn(JobState.UPLOADED, 2);
        fixture.temporal.sleep(JobFixture.EXECUTE_WINDOW.plusMinutes(1));

        assertThat(job.getResult(JobOutcome.class).state()).isEqualTo(JobState.CANCELED);
        assertThat(records.reason).isEqualTo(Reason.EXECUTE_WINDOW_PASSED);
        assertThat(records.available).isEqualTo(10);
    }

    @Test
    void cancelingARunningJobStopsTheWorkersAndReleasesWhatIsOpen() throws InterruptedException {
        workers.segmentationGate = new CountDownLatch(1);
        var job = fixture.startIn(JobState.RUNNING, 4);
        workers.segmenting.await();

        assertThat(cancel(job).state()).isEqualTo(JobState.CANCELED);

        assertThat(workers.sawCancellation).isTrue();
        assertThat(records.reason).isEqualTo(Reason.CANCELED_BY_USER);
        assertThat(records.available).isEqualTo(10);
        assertThat(records.items.values()).containsOnly(ItemState.CANCELED);
        assertThat(job.getResult(JobOutcome.class).state()).isEqualTo(JobState.CANCELED);
    }

    @Test
    void cancelingDuringTheInspectionWaitsForNoWorkerAndHoldsNothing() throws InterruptedException {
        workers.inspectionGate = new CountDownLatch(1);
        var job = fixture.start(Plan.FREE, 1);
        var confirmation = begin(job, "confirmUpload", UploadReceipt.class);
        workers.inspecting.await();

        assertThat(cancel(job).state()).isEqualTo(JobState.CANCELED);
        assertThat(refusal(catchThrowable(confirmation::join).getCause())).isEqualTo("ALREADY_CANCELED");
        assertThat(records.steps).containsExactly("ended");
    }

    @Test
    void anOperatorsCancellationWaitsForNoInspectionEither() throws InterruptedException {
        workers.inspectionGate = new CountDownLatch(1);
        var job = fixture.start(Plan.FREE, 1);
        var _ = begin(job, "confirmUpload", UploadReceipt.class);
        workers.inspecting.await();
        job.cancel("an operator pressed the button");

        assertThat(catchThrowable(() -> job.getResult(JobOutcome.class))).isInstanceOf(WorkflowFailedException.class);
        assertThat(records.steps).containsExactly("ended");
    }

    @Test
    void aJobWithoutProgressForADayEndsAndGivesBackWhatIsOpen() {
        records.unwritable = 1;
        var job = fixture.startIn(JobState.RUNNING, 2);

        assertThat(job.getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.CANCELED, 1, 0, 0));
        assertThat(records.reason).isEqualTo(Reason.NO_PROGRESS);
        assertThat(records.spent).isEqualTo(1);
        assertThat(records.available).isEqualTo(9);
        assertThat(records.held).isZero();
    }

    @Test
    void aCancelWaitsNotForEverForAStepThatFailsAgainAndAgain() {
        records.unwritable = 1;
        var job = fixture.startIn(JobState.RUNNING, 2);

        // Everything else is done by then.
        fixture.temporal.sleep(Duration.ofMinutes(2));
        var canceled = begin(job, "cancel", JobOutcome.class);
        fixture.temporal.sleep(Duration.ofMinutes(15));
        assertThat(canceled.join().state()).isEqualTo(JobState.CANCELED);
        assertThat(records.held).isZero();
    }

    @Test
    void anOperatorsCancellationSettlesAndClosesAsCanceled() throws InterruptedException {
        for (JobState state : List.of(JobState.CREATED, JobState.UPLOADED, JobState.RUNNING)) {
            try (var other = new JobFixture()) {
                other.workers.segmentationGate = new CountDownLatch(1);
                var job = other.startIn(state, 3);
                if (state == JobState.RUNNING) {
                    other.workers.segmenting.await();
                }
                job.cancel("an operator pressed the button");

                var failed = catchThrowable(() -> job.getResult(JobOutcome.class));
                assertThat(failed).as(state.id()).isInstanceOf(WorkflowFailedException.class);
                assertThat(failed).cause().isInstanceOf(CanceledFailure.class);
                assertThat(other.records.reason).isEqualTo(Reason.CANCELED_BY_OPERATOR);
                assertThat(other.records.available).isEqualTo(10);
                assertThat(other.records.held).isZero();
            }
        }
    }

    @Test
    void whatWasDeliveredBeforeACancellationStaysPaid() {
        workers.segmentationFailures.put(2, ApplicationFailure.newFailureWithCause("busy", "Busy", null));
        var job = fixture.startIn(JobState.RUNNING, 3);
        // Photo 2 is retried with growing pauses; photos 0 and 1 are long done when the user gives up.
        fixture.temporal.sleep(Duration.ofMillis(900));
        var outcome = cancel(job);

        assertThat(outcome).isEqualTo(new JobOutcome(JobState.CANCELED, 2, 0, 0));
        assertThat(records.spent).isEqualTo(2);
        assertThat(records.available).isEqualTo(8);
    }

    @Test
    void aHundredPhotosOfAProUserStayFarBelowTheHistoryLimit() {
        records.available = 200;
        var job = fixture.start(Plan.PRO, 100);
        confirm(job);
        execute(job);

        assertThat(job.getResult(JobOutcome.class).delivered()).isEqualTo(100);
        var events = fixture.temporal
                .getWorkflowClient()
                .fetchHistory(fixture.id.workflowId())
                .getEvents()
                .size();
        assertThat(events).isLessThan(10_240);
        assertThat(IntStream.range(0, 100)).allMatch(idx -> records.items.get(idx) == ItemState.DONE);
    }

    @Test
    void operatorsSeeHowFarItIs() {
        workers.broken.add(0);
        var job = fixture.startIn(JobState.DONE, 3);

        var metadata = job.query("__temporal_workflow_metadata", WorkflowMetadata.class);
        assertThat(metadata.getCurrentDetails()).isEqualTo("**done** · 2 of 3 delivered, 1 failed");
        assertThat(job.describe().getStaticSummary()).isEqualTo("3 photos · interior · free");
    }

    @Test
    void anUpdateThatIsRefusedSaysWhatToDo() {
        var job = fixture.startIn(JobState.CREATED, 1);

        assertThat(catchThrowable(() -> execute(job)))
                .isInstanceOf(WorkflowUpdateException.class)
                .hasRootCauseInstanceOf(ApplicationFailure.class)
                .rootCause()
                .hasMessageContaining("Call confirm-upload first.");
    }

    @Test
    void anOutageOfTheStoreCostsNoPhoto() {
        workers.outage.set(25);
        var job = fixture.start(Plan.FREE, 2);
        var confirmation = begin(job, "confirmUpload", UploadReceipt.class);
        fixture.temporal.sleep(Duration.ofMinutes(40));
        assertThat(confirmation.join().items())
                .extracting(UploadReceipt.Item::status)
                .containsOnly(ItemState.PENDING);
        workers.outage.set(25);
        execute(job);

        assertThat(job.getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.DONE, 2, 0, 0));
    }

    @Test
    void anOutageOfAnHourIsNotThePhotosFault() {
        workers.outage.set(Integer.MAX_VALUE);
        var confirmation = begin(fixture.start(Plan.FREE, 2), "confirmUpload", UploadReceipt.class);
        fixture.temporal.sleep(Duration.ofMinutes(90));
        var error = confirmation.join().items().getFirst().error();

        assertThat(error.code()).isEqualTo(PhotoError.SERVICE_UNAVAILABLE);
        assertThat(error.message()).contains("The object store was not available", "new job");
        assertThat(workers.inspections.get()).isGreaterThan(30);
    }

    @Test
    void theOnlyPhotoIsLookedAtAndInspectedInOneStep() {
        workers.missing.add(0);
        var job = fixture.start(Plan.FREE, 1);

        assertThat(refusal(catchThrowable(() -> confirm(job)))).isEqualTo("UPLOAD_INCOMPLETE");
        workers.missing.clear();
        assertThat(confirm(job).items()).hasSize(1);
        assertThat(workers.looks).hasValue(0);
        assertThat(workers.inspections).hasValue(2);
    }

    @Test
    void theOnlyPhotoIsConfirmedLaterWhenTheStoreWasAway() {
        workers.outage.set(Integer.MAX_VALUE);
        var job = fixture.start(Plan.FREE, 1);
        var confirmation = begin(job, "confirmUpload", UploadReceipt.class);
        fixture.temporal.sleep(Duration.ofMinutes(90));

        var refused = catchThrowable(confirmation::join).getCause();
        assertThat(refusal(refused)).isEqualTo("UPLOADS_UNREACHABLE");
    }

    @Test
    void thingsOfOnePhotoAreListedWithoutComparison() {
        fixture.startIn(JobState.DONE, 1);

        assertThat(records.steps).contains("instances");
        assertThat(workers.matched).isEmpty();
    }
}
