package photoset.workflows;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a job in REST, SQL, object keys and, prefixed, in Temporal.
 *
 * @param value 1 to 64 of {@code A-Z a-z 0-9 _ -}; nothing that could leave its folder in an object key
 */
public record JobId(@JsonValue String value) {
    /** What an id looks like, whole. */
    public static final String PATTERN = "[A-Za-z0-9_-]{1,64}";

    static final Pattern SANE = Pattern.compile(PATTERN);

    @JsonCreator
    public JobId {
        if (!SANE.matcher(value).matches()) {
            throw new IllegalArgumentException("A job id has 1 to 64 letters, digits, - or _.");
        }
    }

    /** The id that a stranger wrote, or empty if no job can have it. */
    public static Optional<JobId> of(String text) {
        return SANE.matcher(text).matches() ? Optional.of(new JobId(text)) : Optional.empty();
    }

    /** The id of the one workflow that runs this job. */
    public String workflowId() {
        return "job/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
