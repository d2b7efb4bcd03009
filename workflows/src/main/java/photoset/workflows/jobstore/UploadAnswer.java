package photoset.workflows.jobstore;

import photoset.workflows.credits.Hold;
import photoset.workflows.segmentation.KnownMasks;

/**
 * The answer to a confirmed upload.
 *
 * @param known what was found in the photos by the job that they come from
 */
public record UploadAnswer(Hold hold, KnownMasks known) {}
