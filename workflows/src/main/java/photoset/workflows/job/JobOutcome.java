package photoset.workflows.job;

/**
 * How a job ended, read back from the records after everything was settled.
 *
 * @param state done, failed or canceled
 * @param delivered photos delivered and paid for, in every variant
 * @param failed photos that failed
 * @param released credits that went back to the user over the job's whole life
 */
public record JobOutcome(JobState state, int delivered, int failed, long released) {}
