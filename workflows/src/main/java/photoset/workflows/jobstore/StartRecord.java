package photoset.workflows.jobstore;

import java.util.List;
import photoset.workflows.JobId;

/**
 * The work begins.
 *
 * @param items idx of the photos that start now
 */
public record StartRecord(JobId job, List<Integer> items) {}
