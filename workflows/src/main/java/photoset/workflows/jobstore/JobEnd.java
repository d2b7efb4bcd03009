package photoset.workflows.jobstore;

import org.jspecify.annotations.Nullable;
import photoset.workflows.JobId;

/**
 * Why a job ended; the records turn {@code FINISHED} into done or failed by what was delivered.
 *
 * @param retry the retry that ended; 0 is none, null is whichever goes on
 */
public record JobEnd(JobId job, @Nullable Integer retry, Reason reason) {
    /** The end of a job, whichever retry it is in. */
    public JobEnd(JobId job, Reason reason) {
        this(job, null, reason);
    }

    /** What ended the job. */
    public enum Reason {
        /** Every photo has ended. */
        FINISHED,
        /** The user called cancel. */
        CANCELED_BY_USER,
        /** An operator canceled the workflow. */
        CANCELED_BY_OPERATOR,
        /** Nobody confirmed the upload in time. */
        UPLOAD_WINDOW_PASSED,
        /** Nobody sent a rule in time. */
        EXECUTE_WINDOW_PASSED,
        /** Nothing moved for a day. */
        NO_PROGRESS
    }
}
