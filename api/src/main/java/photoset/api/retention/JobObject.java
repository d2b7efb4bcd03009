package photoset.api.retention;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import photoset.objects.StoredObject;
import photoset.workflows.ObjectKeys;

/**
 * An object as its key tells whose it is.
 *
 * @param area the first word of the key
 * @param job the id of the job, as {@code user/job}
 */
record JobObject(String key, String area, String job, Instant lastModified) {
    private static final String ID = "[A-Za-z0-9_-]{1,64}";
    private static final Pattern KEY =
            Pattern.compile("(" + String.join("|", ObjectKeys.AREAS) + ")/(" + ID + "/" + ID + ")/.+");

    /** Empty for an object that belongs to no job by its key. */
    static Optional<JobObject> of(StoredObject object) {
        var parts = KEY.matcher(object.key());
        return parts.matches()
                ? Optional.of(new JobObject(object.key(), parts.group(1), parts.group(2), object.lastModified()))
                : Optional.empty();
    }
}
