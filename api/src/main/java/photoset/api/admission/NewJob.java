package photoset.api.admission;

import java.time.Instant;
import photoset.workflows.job.JobRequest;

/**
 * A job that stands in the records now and waits for its workflow.
 *
 * @param uploads whether its photos must still be uploaded
 */
record NewJob(JobRequest request, boolean uploads, Instant expiresAt) {}
