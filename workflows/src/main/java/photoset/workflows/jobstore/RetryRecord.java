package photoset.workflows.jobstore;

import photoset.workflows.JobId;

/**
 * What failed shall be run again.
 *
 * @param number of the retry in the job, from 1
 */
public record RetryRecord(JobId job, int number) {}
