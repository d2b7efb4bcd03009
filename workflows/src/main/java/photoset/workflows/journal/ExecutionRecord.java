package photoset.workflows.journal;

import photoset.workflows.job.Execution;
import photoset.workflows.job.JobId;

/** The rule that a job runs with. */
public record ExecutionRecord(JobId job, Execution execution) {}
