package photoset.workflows.job;

import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import photoset.workflows.JobId;
import photoset.workflows.segmentation.SegmentRequest;
import photoset.workflows.segmentation.SegmentationLimits;

/**
 * One job, from upload to settled bill. Its workflow id is {@link JobId#workflowId()}; it runs on
 * {@link photoset.workflows.TaskQueues#JOBS}.
 *
 * <p>Calls under one update id are one update. Refused updates fail with an {@link io.temporal.failure.ApplicationFailure} whose type is a {@link JobRefusal}.
 * An update to a closed job is NOT_FOUND in Temporal: ask the records why it closed.
 */
@WorkflowInterface
public interface JobWorkflow {
    /** Runs until everything is settled. Native cancellation settles in the same way as {@link #cancel()}. */
    @WorkflowMethod
    JobOutcome run(JobRequest request);

    /**
     * Inspects every upload and holds the credits. A repeated call waits for the first and gets the same receipt; after
     * {@code UPLOAD_INCOMPLETE} or {@code INSUFFICIENT_CREDITS} nothing has changed and it may be called again.
     */
    @UpdateMethod(description = "Check the uploads and hold the credits")
    UploadReceipt confirmUpload();

    @UpdateValidatorMethod(updateName = "confirmUpload")
    void checkConfirmUpload();

    /**
     * Looks for concepts in every photo of a confirmed job, before there is a rule; returns when the records say that it
     * runs. What was found is what {@link #execute} uses. One run at a time, and {@link SegmentationLimits#RUNS_MAX} of a
     * job; a run ends with the job, or with the window in which a rule is waited for.
     */
    @UpdateMethod(description = "Find concepts in the album before there is a rule")
    void segment(SegmentRequest wanted);

    @UpdateValidatorMethod(updateName = "segment")
    void checkSegment(SegmentRequest wanted);

    /**
     * Accepts a rule, or several variants, and starts the work; returns when the records say {@code queued}. After
     * {@code INSUFFICIENT_CREDITS} nothing has changed and it may be called again.
     */
    @UpdateMethod(description = "Apply a rule to the album")
    void execute(Execution execution);

    @UpdateValidatorMethod(updateName = "execute")
    void checkExecute(Execution execution);

    /**
     * Runs the photos that failed again, in a workflow of its own under the same id, which begins with this call; returns
     * when the records hold the credits and say {@code queued}. After a refusal nothing has changed, and the workflow ends.
     */
    @UpdateMethod(description = "Run the photos that failed again")
    void retry();

    @UpdateValidatorMethod(updateName = "retry")
    void checkRetry();

    /** Stops the work, releases what was not delivered and returns when that is settled. */
    @UpdateMethod(description = "Cancel the job and release what was not delivered")
    JobOutcome cancel();

    @UpdateValidatorMethod(updateName = "cancel")
    void checkCancel();
}
