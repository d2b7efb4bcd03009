package photoset.workflows.jobstore;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.workflows.credits.Hold;
import photoset.workflows.job.Execution;
import photoset.workflows.jobstore.ExecutionReceipt.PhotoChoice;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.segmentation.KnownMasks;

/**
 * The answer to a retry: with which credits it is done, and everything that its workflow must know.
 *
 * @param work null when the credits are too few
 */
public record RetryReceipt(Hold hold, @Nullable Work work) {
    /**
     * What is run again.
     *
     * @param execution as it was accepted
     * @param choices what users chose for single photos
     * @param photos those that failed
     * @param albumWhite what the photos of the album agree on, those included that were delivered; null if it was not
     *     looked for
     * @param known what was found before
     * @param runs how often the job was segmented before its rule
     */
    public record Work(
            Execution execution,
            List<PhotoChoice> choices,
            List<PhotoRef> photos,
            @Nullable String albumWhite,
            KnownMasks known,
            int runs) {}
}
