package photoset.workflows.photos;

import photoset.workflows.job.JobId;
import photoset.workflows.job.UserId;

/** The order to inspect one upload. */
public record PhotoCheck(UserId user, JobId job, DeclaredPhoto photo) {}
