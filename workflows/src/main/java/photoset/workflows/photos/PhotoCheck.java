package photoset.workflows.photos;

import org.jspecify.annotations.Nullable;
import photoset.workflows.JobId;
import photoset.workflows.UserId;

/**
 * The order to inspect one upload.
 *
 * @param photo as it was declared
 * @param upload what lay there when the album was looked at, nothing else is read or kept; null: what lies there now, as of an
 *     album's only photo, for which two orders would take twice the time
 */
public record PhotoCheck(
        UserId user,
        JobId job,
        DeclaredPhoto photo,
        @Nullable StoredUpload upload) {}
