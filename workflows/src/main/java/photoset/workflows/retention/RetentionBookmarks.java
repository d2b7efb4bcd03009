package photoset.workflows.retention;

import org.jspecify.annotations.Nullable;

/**
 * Where the next round goes on with what is too much for one.
 *
 * @param key the last object that was looked at, or null to begin with the first
 * @param job the last job whose pictures were looked for, or null to begin with the first
 */
public record RetentionBookmarks(
        @Nullable String key, @Nullable String job) {
    /** Of the first round. */
    public static final RetentionBookmarks NONE = new RetentionBookmarks(null, null);
}
