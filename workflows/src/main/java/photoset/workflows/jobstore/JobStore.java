package photoset.workflows.jobstore;

import io.temporal.activity.ActivityInterface;
import photoset.workflows.JobId;
import photoset.workflows.credits.Hold;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.segmentation.MatchTask;

/**
 * Writes a job's life into the records: local activities of the {@code jobs} role. Every step is one SQL transaction
 * that moves states, credits and events together, and does nothing the second time.
 */
@ActivityInterface
public interface JobStore {
    /** What {@link #recordUpload} would answer now, without a change: asked before the photos are read, which is work. */
    Hold checkCredits(JobId job);

    /**
     * Holds a credit for every photo, keeps the verdicts, releases the credits of broken photos at once and makes the
     * job uploaded. A job that takes the photos of another one gets its rows of masks, instances and names too. With too few
     * credits no more than those is written.
     */
    UploadAnswer recordUpload(UploadRecord album);

    /**
     * Notes that a run of segmentation goes on, in the job and in each photo that is not broken. A run that was noted
     * before changes nothing.
     */
    void recordSegmentationStart(SegmentationStart start);

    /** Notes that a photo of a run was segmented, or why it could not be, and how long it took. */
    void recordPhotoSegmentation(PhotoSegmentation photo);

    /**
     * Replaces the job's rows of instances by what {@link photoset.workflows.ObjectKeys#albumInstances()} says; where
     * there is no such file they stay. With one photo it is the photo's own file, whose things are numbered from left to right.
     * Names that users gave stay with their ids, own masks with their instances.
     */
    void recordInstances(MatchTask task);

    /** Ends a run: {@code done}, or {@code failed} when no photo could be segmented. Photos that it did not reach fail. */
    void recordSegmentationEnd(SegmentationEnd end);

    /**
     * Keeps the rule and makes the job {@code queued}. With several variants a credit more is held for each further one
     * of every photo that is not broken; with too few credits nothing is written. A job that is not {@code uploaded}
     * stays as it is. The answer names the own masks of the job and where the instances are that the rule names.
     */
    ExecutionReceipt recordExecution(ExecutionRecord execution);

    /** Keeps how many updates were refused: a call that comes after a refusal is no repetition of the refused one. */
    void recordRefusal(RefusalRecord refusal);

    /**
     * Makes the photos that failed in the work {@code pending} again and the job {@code queued}, and holds their credits
     * anew; with too few credits nothing is written. The number makes it happen once.
     *
     * <p>Fails permanently with the type of a {@link photoset.workflows.job.JobRefusal} when the job has not ended, is
     * canceled, has no such photos or no pictures any more, was retried too often, or would be one job too many.
     */
    RetryReceipt recordRetry(RetryRecord retry);

    /** Makes the job and its first photos {@code running}. */
    void recordStart(StartRecord start);

    /**
     * Ends a photo: captures or releases its credits, one for each variant, and marks the next photo {@code running}. A step of a workflow before a retry
     * changes nothing after it; the same holds for {@link #recordStart} and {@link #recordEnd}.
     */
    void recordItemEnd(ItemEnd end);

    /** Ends the job: open photos become {@code canceled}, the rest of the hold is released. */
    JobOutcome recordEnd(JobEnd end);
}
