package photoset.workflows.jobstore;

import photoset.workflows.JobId;
import photoset.workflows.job.Execution;

/** The variants that a job runs with. */
public record ExecutionRecord(JobId job, Execution execution) {}
