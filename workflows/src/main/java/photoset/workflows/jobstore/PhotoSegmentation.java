package photoset.workflows.jobstore;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.workflows.JobId;
import photoset.workflows.photos.PhotoFault;
import photoset.workflows.segmentation.FoundMask;

/**
 * A photo of a run was segmented, or could not be.
 *
 * @param run the run's number in the job
 * @param found all that is known of the photo's masks
 * @param times how long it took
 * @param fault why it could not be, or null
 */
public record PhotoSegmentation(
        JobId job,
        int run,
        int idx,
        List<FoundMask> found,
        PhotoTimes times,
        @Nullable PhotoFault fault) {}
