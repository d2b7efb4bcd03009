package photoset.workflows.jobstore;

import photoset.workflows.JobId;

/** Why a job ended; the records turn {@code FINISHED} into done or failed by what was delivered. */
public record JobEnd(JobId job, Reason reason) {
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
