package photoset.api.maintenance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is looked at, and how often.
 *
 * @param every the pause between two rounds of this process
 * @param jobsMax open jobs that one round asks Temporal about, the longest unasked first; of open sets as many
 * @param jobUntouched a job that was asked about, or changed, less long ago is left alone: its start may be under way; a set
 *     likewise
 * @param unknownShareMax the share of the asked jobs, 0 to 1, that Temporal may not know and that are still settled as
 *     lost. Workflows get lost one by one; half of them at once is another Temporal, or another namespace. 1 settles
 *     them all: for after a Temporal whose data are gone
 * @param accountsMax accounts that one round adds up
 */
@ConfigurationProperties(prefix = "photoset.maintenance", ignoreUnknownFields = false)
record MaintenanceSettings(
        @DefaultValue("1m") Duration every,
        @DefaultValue("200") int jobsMax,
        @DefaultValue("2m") Duration jobUntouched,
        @DefaultValue("0.5") double unknownShareMax,
        @DefaultValue("500") int accountsMax) {
    MaintenanceSettings {
        check(every.isPositive(), "every must be positive, was " + every);
        check(jobsMax > 0, "jobs-max must be at least 1, was " + jobsMax);
        check(!jobUntouched.isNegative(), "job-untouched must not be negative, was " + jobUntouched);
        check(
                unknownShareMax >= 0 && unknownShareMax <= 1,
                "unknown-share-max must be from 0 to 1, was " + unknownShareMax);
        check(accountsMax > 0, "accounts-max must be at least 1, was " + accountsMax);
    }

    private static void check(boolean kept, String broken) {
        if (!kept) {
            throw new IllegalArgumentException("photoset.maintenance." + broken + ".");
        }
    }
}
