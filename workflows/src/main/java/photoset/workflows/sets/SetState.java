package photoset.workflows.sets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a set is: queued, running, then done or failed. */
public enum SetState {
    /** Waiting for a worker. */
    QUEUED,
    /** Pictures are composed. */
    RUNNING,
    /** The zip is there. */
    DONE,
    /** It could not be composed; the same set may be asked for again. */
    FAILED;

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
    public static SetState of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
