package photoset.workflows.sets;

import photoset.workflows.JobId;
import photoset.workflows.SetId;
import photoset.workflows.UserId;

/** Which set is to be composed; all else is in its row. */
public record SetRequest(UserId user, JobId job, SetId set) {}
