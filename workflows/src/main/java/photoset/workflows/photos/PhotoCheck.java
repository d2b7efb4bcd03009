package photoset.workflows.photos;

import photoset.workflows.JobId;
import photoset.workflows.UserId;

/**
 * The order to inspect one upload.
 *
 * @param photo as it was declared
 * @param upload what lay there when the album was looked at; nothing else is read or kept
 */
public record PhotoCheck(UserId user, JobId job, DeclaredPhoto photo, StoredUpload upload) {}
