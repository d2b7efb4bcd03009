package photoset.workflows.job;

import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;

/** Why an update was refused. The names travel as failure types and are the error codes of the REST contract. */
public enum JobRefusal {
    /** Photos are missing; details: list of their idx. */
    UPLOAD_INCOMPLETE,
    /** The store of the uploads was away for longer than is waited for. */
    UPLOADS_UNREACHABLE,
    /** Details: credits needed, credits available. */
    INSUFFICIENT_CREDITS,
    /** The job is in a state that does not allow this call. */
    INVALID_TRANSITION,
    /** The plan allows no further job at the same time; details: list of the open jobs' ids. */
    CONCURRENCY_LIMIT,
    /** The job has ended, and its workflow closes in this moment. */
    STILL_CLOSING,
    /** The job is canceled, or about to be. */
    ALREADY_CANCELED;

    /** The failure to throw from an update; never retried, and no error for the operator's metrics. */
    public ApplicationFailure because(String message, Object... details) {
        return ApplicationFailure.newBuilder()
                .setMessage(message)
                .setType(name())
                .setNonRetryable(true)
                .setDetails(details)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
    }
}
