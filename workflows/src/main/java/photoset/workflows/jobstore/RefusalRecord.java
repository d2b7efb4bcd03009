package photoset.workflows.jobstore;

import photoset.workflows.JobId;

/**
 * An update was refused for what its caller can cure.
 *
 * @param count of those refusals of the job, this one included
 */
public record RefusalRecord(JobId job, int count) {}
