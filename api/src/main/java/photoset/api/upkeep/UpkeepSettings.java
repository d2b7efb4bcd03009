package photoset.api.upkeep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is looked at, and how often.
 *
 * @param every the pause between two rounds of this process
 * @param jobsMax open jobs that one round asks Temporal about, the longest unasked first
 * @param jobUntouched a job that was asked about, or changed, less long ago is left alone: its start may be under way
 * @param accountsMax accounts that one round adds up
 */
@ConfigurationProperties(prefix = "photoset.upkeep", ignoreUnknownFields = false)
record UpkeepSettings(
        @DefaultValue("1m") Duration every,
        @DefaultValue("200") int jobsMax,
        @DefaultValue("2m") Duration jobUntouched,
        @DefaultValue("500") int accountsMax) {
    UpkeepSettings {
        check(every.isPositive(), "every must be positive, was " + every);
        check(jobsMax > 0, "jobs-max must be at least 1, was " + jobsMax);
        check(!jobUntouched.isNegative(), "job-untouched must not be negative, was " + jobUntouched);
        check(accountsMax > 0, "accounts-max must be at least 1, was " + accountsMax);
    }

    private static void check(boolean kept, String broken) {
        if (!kept) {
            throw new IllegalArgumentException("photoset.upkeep." + broken + ".");
        }
    }
}
