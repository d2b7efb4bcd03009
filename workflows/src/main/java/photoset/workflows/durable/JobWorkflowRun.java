package photoset.workflows.durable;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import photoset.workflows.TaskQueues;
import photoset.workflows.credits.Hold;
import photoset.workflows.credits.HoldStatus;
import photoset.workflows.job.Execution;
import photoset.workflows.job.ItemState;
import photoset.workflows.job.JobMetadata;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobRefusal;
import photoset.workflows.job.JobRequest;
import photoset.workflows.job.JobState;
import photoset.workflows.job.JobWorkflow;
import photoset.workflows.job.TransitionCheck;
import photoset.workflows.job.UploadReceipt;
import photoset.workflows.jobstore.ExecutionReceipt.PhotoChoice;
import photoset.workflows.jobstore.ExecutionRecord;
import photoset.workflows.jobstore.JobEnd;
import photoset.workflows.jobstore.JobEnd.Reason;
import photoset.workflows.jobstore.JobStore;
import photoset.workflows.jobstore.RefusalRecord;
import photoset.workflows.jobstore.RetryRecord;
import photoset.workflows.jobstore.SegmentationStart;
import photoset.workflows.jobstore.UploadRecord;
import photoset.workflows.photos.AlbumWhite;
import photoset.workflows.photos.Inspection;
import photoset.workflows.photos.PhotoFault;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.SegmentRequest;

/** {@link JobWorkflow} as Temporal runs it: upload, hold, segment, apply, settle. */
@WorkflowImpl(taskQueues = TaskQueues.JOBS)
public final class JobWorkflowRun implements JobWorkflow {
    /**
     * A records step that takes longer fails again and again. The end of the job does not wait for it: whichever of the two
     * the records see first, the other changes nothing.
     */
    private static final Duration STEP_MAX = Duration.ofMinutes(1);

    private final JobRequest request;
    private final JobStore jobStore = ActivityStubs.jobStore();
    private final CancellationScope life = Workflow.newCancellationScope(this::live);
    private final AlbumInspection inspection;
    private final FoundMasks found = new FoundMasks();
    private @Nullable CancellationScope checking;
    private @Nullable CancellationScope segmenting;
    private final Set<String> sought = new LinkedHashSet<>();
    private int runs;
    private final List<PhotoRef> accepted = new ArrayList<>();
    private JobState state = JobState.CREATED;
    private Reason reason = Reason.CANCELED_BY_OPERATOR;
    private @Nullable UploadReceipt receipt;
    private @Nullable Execution execution;
    private List<PhotoChoice> choices = List.of();
    private @Nullable String albumWhite;
    private @Nullable JobOutcome outcome;
    private int refusals;
    private boolean recording;
    private boolean retryAsked;
    private boolean closing;

    @WorkflowInit
    public JobWorkflowRun(JobRequest request) {
        this.request = request;
        this.inspection = new AlbumInspection(request);
    }

    @Override
    public JobOutcome run(JobRequest sameRequest) {
        @Nullable TemporalFailure stopped = null;
        try {
            life.run();
        } catch (TemporalFailure failure) {
            stopped = failure;
        }
        close();
        Workflow.newDetachedCancellationScope(this::settle).run();
        if (execution != null && settled().state() == JobState.DONE) {
            new OutputSet(request, execution).begin();
        }
        if (reason == Reason.FINISHED && runs == 0 && sought.isEmpty() && found.isGrown()) {
            // After the end: ids are for those who look at a job that is done, and nobody waits for them.
            Workflow.newDetachedCancellationScope(() -> new AlbumMatching(request, jobStore).match(found))
                    .run();
        }
        if (reason == Reason.CANCELED_BY_OPERATOR) {
            // Settled like any other, but the workflow shall close as Canceled.
            throw stopped == null ? new CanceledFailure("canceled by an operator") : stopped;
        }
        return settled();
    }

    private void live() {
        if (request.retry() > 0) {
            awaitRetry();
        } else {
            awaitRule();
        }
        if (execution == null) {
            return;
        }
        become(JobState.RUNNING);
        var pipeline = new PhotoPipeline(request, execution, choices, found, albumWhite);
        boolean moved = new PhotoFanOut(request, jobStore, pipeline, accepted).deliver();
        if (!CancellationScope.current().isCancelRequested()) {
            reason = moved ? Reason.FINISHED : Reason.NO_PROGRESS;
        }
    }

    private void awaitRule() {
        Workflow.await(request.uploadWindow(), () -> receipt != null);
        Workflow.await(() -> !recording);
        if (receipt == null) {
            reason = Reason.UPLOAD_WINDOW_PASSED;
            return;
        }
        Workflow.await(request.executeWindow(), () -> state == JobState.QUEUED);
        Workflow.await(() -> !recording);
        if (execution == null) {
            reason = Reason.EXECUTE_WINDOW_PASSED;
        }
    }

    /** The call that started the workflow comes with the start; when it got lost, or is refused, the job stays as it ended. */
    private void awaitRetry() {
        Workflow.await(STEP_MAX, () -> retryAsked);
        Workflow.await(() -> !recording);
        if (execution == null) {
            reason = Reason.FINISHED;
        }
    }

    /** Nothing new is taken, and photos that are being checked or looked at are let go: they have cost nothing yet. */
    private void close() {
        closing = true;
        if (checking != null) {
            checking.cancel("the job ends");
        }
        if (segmenting != null) {
            segmenting.cancel("the job ends");
        }
    }

    private void settle() {
        if (recording || segmenting != null) {
            Workflow.await(STEP_MAX, () -> !recording && segmenting == null);
        }
        outcome = jobStore.recordEnd(new JobEnd(request.job(), request.retry(), reason));
        become(outcome.state());
        if (!Workflow.isEveryHandlerFinished()) {
            Workflow.await(STEP_MAX, Workflow::isEveryHandlerFinished);
        }
    }

    @Override
    public void checkConfirmUpload() {
        refuseIfClosing();
        TransitionCheck.refuseTriedTooOften(refusals);
        if (state != JobState.CREATED && state != JobState.UPLOADED) {
            throw JobRefusal.INVALID_TRANSITION.because(
                    "The upload is confirmed already; the job is " + state.id() + ".");
        }
    }

    @Override
    public UploadReceipt confirmUpload() {
        Workflow.await(() -> !recording);
        if (receipt == null) {
            refuseIfClosing();
            var scope = Workflow.newCancellationScope(this::check);
            checking = scope;
            refusing(scope);
        }
        return Objects.requireNonNull(receipt);
    }

    /** Credits first, then what is missing, then the pixels: each costs more than the one before. */
    private void check() {
        demandCredits(undisturbed(() -> jobStore.checkCredits(request.job())));
        var verdicts = inspection.verdicts();
        refuseIfClosing();
        var answer = undisturbed(() -> jobStore.recordUpload(new UploadRecord(request.job(), verdicts)));
        demandCredits(answer.hold());
        found.restore(answer.known());
        sought.addAll(answer.known().concepts());
        become(JobState.UPLOADED);
        receipt = receiptOf(verdicts);
    }

    private static void demandCredits(Hold hold) {
        if (hold.status() == HoldStatus.INSUFFICIENT_CREDITS) {
            throw tooFewCredits("The job needs %d credits, %d are available.", hold);
        }
    }

    private UploadReceipt receiptOf(List<Inspection> verdicts) {
        List<UploadReceipt.Item> items = new ArrayList<>();
        for (Inspection verdict : verdicts) {
            if (verdict instanceof Inspection.Accepted(PhotoRef photo)) {
                accepted.add(photo);
            }
            items.add(
                    verdict instanceof Inspection.Broken(int idx, PhotoFault fault)
                            ? new UploadReceipt.Item(idx, ItemState.FAILED, fault)
                            : new UploadReceipt.Item(verdict.idx(), ItemState.PENDING, null));
        }
        return new UploadReceipt(items);
    }

    @Override
    public void checkSegment(SegmentRequest wanted) {
        refuseUnlessWaitingForRule();
        TransitionCheck.refuseSegmentedTooOften(
                runs, sought, wanted.concepts().stream().map(Concept::id).toList());
    }

    @Override
    public void segment(SegmentRequest wanted) {
        var scope = Workflow.newCancellationScope(() -> Async.procedure(this::segmentAlbum, wanted));
        segmenting = scope;
        runs++;
        var concepts = wanted.concepts().stream().map(Concept::id).toList();
        sought.addAll(concepts);
        refusing(() -> undisturbed(() -> {
            jobStore.recordSegmentationStart(new SegmentationStart(request.job(), runs, concepts));
            return runs;
        }));
        scope.run();
    }

    private void segmentAlbum(SegmentRequest wanted) {
        new SegmentationRun(request, jobStore, found, runs, wanted).run(accepted);
        segmenting = null;
    }

    private void refuseUnlessWaitingForRule() {
        refuseIfClosing();
        TransitionCheck.refuseTriedTooOften(refusals);
        TransitionCheck.refuseUnlessWaitingForRule(state, segmenting != null, execution != null);
    }

    @Override
    public void checkExecute(Execution wanted) {
        refuseUnlessWaitingForRule();
    }

    @Override
    public void execute(Execution wanted) {
        execution = wanted;
        refusing(() -> {
            var answer = undisturbed(() -> jobStore.recordExecution(new ExecutionRecord(request.job(), wanted)));
            var hold = answer.hold();
            if (hold.status() == HoldStatus.INSUFFICIENT_CREDITS) {
                execution = null;
                throw tooFewCredits("The variants need %d credits more, %d are available.", hold);
            }
            choices = answer.photos();
            albumWhite = AlbumWhite.of(accepted);
            acceptRule();
        });
    }

    private static ApplicationFailure tooFewCredits(String message, Hold hold) {
        return JobRefusal.INSUFFICIENT_CREDITS.because(
                message.formatted(hold.needed(), hold.available()), hold.needed(), hold.available());
    }

    @Override
    public void checkRetry() {
        if (closing) {
            throw JobRefusal.STILL_CLOSING.because("The job has just ended. Retry in a few seconds.");
        }
        if (request.retry() == 0 || retryAsked) {
            throw JobRefusal.INVALID_TRANSITION.because(
                    "The job is " + state.id() + ". Wait for its end, then retry what failed.");
        }
    }

    @Override
    public void retry() {
        retryAsked = true;
        recording = true;
        try {
            var answer = undisturbed(() -> jobStore.recordRetry(new RetryRecord(request.job(), request.retry())));
            var work = answer.work();
            if (work == null) {
                throw tooFewCredits("The retry needs %d credits, %d are available.", answer.hold());
            }
            found.restore(work.known());
            runs = work.runs();
            accepted.addAll(work.photos());
            choices = work.choices();
            albumWhite = work.albumWhite();
            execution = work.execution();
            acceptRule();
        } finally {
            recording = false;
        }
    }

    @Override
    public void checkCancel() {
        refuseIfClosing();
    }

    @Override
    public JobOutcome cancel() {
        close();
        reason = Reason.CANCELED_BY_USER;
        life.cancel("canceled by its user");
        Workflow.await(() -> outcome != null);
        return settled();
    }

    /** Takes a step that may refuse; the records know of a refusal before its caller does, who may then come again. */
    private void refusing(Runnable step) {
        recording = true;
        try {
            step.run();
        } catch (ApplicationFailure refusal) {
            if (!closing) {
                refusals++;
                undisturbed(() -> {
                    jobStore.recordRefusal(new RefusalRecord(request.job(), refusals));
                    return refusals;
                });
            }
            throw refusal;
        } finally {
            recording = false;
        }
    }

    private void refuseIfClosing() {
        if (closing) {
            throw reason == Reason.FINISHED
                    ? JobRefusal.INVALID_TRANSITION.because("The job has ended already.")
                    : JobRefusal.ALREADY_CANCELED.because("The job is canceled already.");
        }
    }

    /** A cancellation that arrives during a records step must not leave its outcome unknown. */
    private static <T extends @Nullable Object> T undisturbed(Supplier<T> step) {
        var result = Workflow.<T>newPromise();
        Workflow.newDetachedCancellationScope(() -> result.complete(step.get())).run();
        return result.get();
    }

    /** Tells nobody: the photos are begun with in the same workflow task, so that what is told of this is never seen. */
    private void acceptRule() {
        state = JobState.QUEUED;
    }

    private void become(JobState next) {
        state = next;
        Workflow.upsertTypedSearchAttributes(JobMetadata.STATE.valueSet(next.id()));
        int delivered = outcome == null ? 0 : outcome.delivered();
        int failed = outcome == null ? 0 : outcome.failed();
        Workflow.setCurrentDetails(
                JobMetadata.details(next, delivered, failed, request.photos().size()));
    }

    private JobOutcome settled() {
        if (outcome == null) {
            throw new IllegalStateException("not settled yet");
        }
        return outcome;
    }
}
