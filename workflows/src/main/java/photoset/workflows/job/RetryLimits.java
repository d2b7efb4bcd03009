package photoset.workflows.job;

/** How often what failed may be run again. */
public final class RetryLimits {
    /**
     * Retries of one job. Each tries a photo three times and waits an hour for what is away: what fails in all of them
     * fails for a reason of its own.
     */
    public static final int RETRIES_MAX = 5;

    private RetryLimits() {}
}
