package photoset.workflows.photos;

import photoset.workflows.JobId;
import photoset.workflows.UserId;

/** The order to inspect one upload. */
public record PhotoCheck(UserId user, JobId job, DeclaredPhoto photo) {}
