package photoset.workflows.jobstore;

import java.util.List;
import photoset.workflows.JobId;

/**
 * The work begins.
 *
 * @param retry the retry that the work is of; 0 is none
 * @param items idx of the photos that start now
 */
public record StartRecord(JobId job, int retry, List<Integer> items) {}
