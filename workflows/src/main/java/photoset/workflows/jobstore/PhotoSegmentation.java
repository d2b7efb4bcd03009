package photoset.workflows.jobstore;

import org.jspecify.annotations.Nullable;
import photoset.workflows.JobId;
import photoset.workflows.photos.PhotoFault;

/**
 * A photo of a run was segmented, or could not be.
 *
 * @param run the run's number in the job
 * @param fault why it could not be, or null
 */
public record PhotoSegmentation(
        JobId job, int run, int idx, @Nullable PhotoFault fault) {}
