package photoset.workflows.jobstore;

import photoset.workflows.JobId;

/**
 * A run of segmentation ends.
 *
 * @param run its number in the job
 */
public record SegmentationEnd(JobId job, int run) {}
