package photoset.api.jobs;

import java.util.Optional;
import photoset.workflows.JobId;
import photoset.workflows.UserId;

/**
 * Who asks for what to be steered.
 *
 * @param key the Idempotency-Key that the call came with
 */
record JobCall(UserId user, JobId job, Optional<String> key) {}
