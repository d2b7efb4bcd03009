package photoset.workflows.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where one photo of a job is. */
public enum ItemState {
    PENDING,
    RUNNING,
    /** Delivered in every variant; its credits are captured. */
    DONE,
    /** Will not be delivered; its credits are released. */
    FAILED,
    /** The job ended before this photo did; its credits are released. */
    CANCELED;

    /** Whether nothing can change any more; in SQL, {@code job_items.ended}. */
    public boolean isFinal() {
        return switch (this) {
            case PENDING, RUNNING -> false;
            case DONE, FAILED, CANCELED -> true;
        };
    }

    /** The word in REST and SQL. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state with this {@link #id()}.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static ItemState of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
