package photoset.api.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether the pictures of a job can still be had. */
enum Pictures {
    /** As far as they were delivered. */
    KEPT,
    /** The days of the plan are over. */
    EXPIRED,
    /** Their owner deleted them. */
    DELETED;

    /** The word in REST and SQL. */
    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Pictures of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
