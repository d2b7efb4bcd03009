package photoset.workflows.jobstore;

import java.util.List;
import photoset.workflows.JobId;

/**
 * A run of segmentation begins.
 *
 * @param run its number in the job, from 1
 * @param concepts ids of what it looks for
 */
public record SegmentationStart(JobId job, int run, List<String> concepts) {}
