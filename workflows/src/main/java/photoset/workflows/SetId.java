package photoset.workflows;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name of a set in REST, SQL, object keys and, prefixed, in Temporal.
 *
 * @param value letters, digits, {@code -} and {@code _}; nothing that could leave its folder in an object key
 */
public record SetId(@JsonValue String value) {
    private static final String PREFIX = "set_";

    /** What an id looks like, whole: long enough for a job's behind the prefix. */
    public static final String PATTERN = "[A-Za-z0-9_-]{1,68}";

    private static final Pattern SANE = Pattern.compile(PATTERN);

    @JsonCreator
    public SetId {
        if (!SANE.matcher(value).matches()) {
            throw new IllegalArgumentException("A set id has 1 to 68 letters, digits, - or _.");
        }
    }

    /** Of the set that a job was executed for; the same whenever the job ends. */
    public static SetId ofJob(JobId job) {
        return new SetId(PREFIX + job.value());
    }

    /** Of a set that was asked for, from letters and digits that nobody has had before. */
    public static SetId fresh(String unique) {
        return new SetId(PREFIX + unique);
    }

    /** The id of the one workflow that composes this set. */
    public String workflowId() {
        return "set/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
