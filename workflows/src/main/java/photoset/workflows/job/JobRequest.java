package photoset.workflows.job;

import java.time.Duration;
import java.util.List;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.photos.DeclaredPhoto;
import photoset.workflows.plan.Plan;

/**
 * Everything that a job knows when it starts.
 *
 * @param preset the domain, e.g. {@code interior}
 * @param photos the declared album, idx 0 to n-1 in order
 * @param uploadWindow how long the job waits for a confirmed upload
 * @param executeWindow how long an uploaded job waits for a rule
 * @param retry the retry that the workflow is for, from 1; 0 for the job's first workflow
 */
public record JobRequest(
        UserId user,
        JobId job,
        Plan plan,
        String preset,
        List<DeclaredPhoto> photos,
        Duration uploadWindow,
        Duration executeWindow,
        int retry) {}
