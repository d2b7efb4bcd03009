package photoset.workflows.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a job is: created, uploaded, queued, running, then done, failed or canceled. */
public enum JobState {
    /** Waiting for the upload. */
    CREATED,
    /** Photos are checked, credits are held; waiting for a rule. */
    UPLOADED,
    /** A rule is accepted. */
    QUEUED,
    /** Photos are worked on. */
    RUNNING,
    /** At least one photo was delivered. */
    DONE,
    /** No photo was delivered. */
    FAILED,
    /** Ended by its user, an operator, a window that passed or a day without progress; what was delivered stays delivered. */
    CANCELED;

    /** Whether nothing can change any more; in SQL, {@code jobs.ended}. */
    public boolean isFinal() {
        return switch (this) {
            case CREATED, UPLOADED, QUEUED, RUNNING -> false;
            case DONE, FAILED, CANCELED -> true;
        };
    }

    /** The word in REST, SQL and search attributes. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state with this {@link #id()}.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static JobState of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
