package photoset.api.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast pictures go, and what counts as left behind. How long they are kept is a fact of the plan.
 *
 * @param requestsPerSecond requests to the store; in all, since one step runs at a time. Ten delete the pictures of
 *     60,000 jobs a day and are nothing beside what users do
 * @param jobsMax jobs that one step deletes, or looks for the pictures of
 * @param pagesMax thousands of objects that one round looks at for orphans
 * @param uploadAge after the job's creation its uploads are deleted, confirmed or not; no link to put one lives longer
 * @param orphanAge an object without a row that is younger may belong to something under way
 * @param cacheAge results by content, which belong to no job, are deleted at this age; no longer than the shortest plan
 *     keeps pictures
 * @param orphanShareMax of the jobs in a stretch of the bucket, as many may be unknown; more than that means that the
 *     records are not the bucket's, or not all there, and stops the deletion of orphans until an operator has looked
 */
@ConfigurationProperties(prefix = "photoset.retention", ignoreUnknownFields = false)
public record RetentionSettings(
        @DefaultValue("10") int requestsPerSecond,
        @DefaultValue("100") int jobsMax,
        @DefaultValue("10") int pagesMax,
        @DefaultValue("1d") Duration uploadAge,
        @DefaultValue("2d") Duration orphanAge,
        @DefaultValue("7d") Duration cacheAge,
        @DefaultValue("0.1") double orphanShareMax) {
    private static final int REQUESTS_PER_SECOND_MAX = 1000;

    /** The longest life of a link to put a photo, and the longest wait for a rule. */
    private static final Duration AGE_MIN = Duration.ofDays(1);

    public RetentionSettings {
        check(
                requestsPerSecond >= 1 && requestsPerSecond <= REQUESTS_PER_SECOND_MAX,
                "requests-per-second must be 1 to " + REQUESTS_PER_SECOND_MAX + ", was " + requestsPerSecond);
        check(jobsMax >= 1, "jobs-max must be at least 1, was " + jobsMax);
        check(pagesMax >= 1, "pages-max must be at least 1, was " + pagesMax);
        check(uploadAge.compareTo(AGE_MIN) >= 0, "upload-age must be at least 1 day, was " + uploadAge);
        check(orphanAge.compareTo(AGE_MIN) >= 0, "orphan-age must be at least 1 day, was " + orphanAge);
        check(cacheAge.compareTo(AGE_MIN) >= 0, "cache-age must be at least 1 day, was " + cacheAge);
        check(
                orphanShareMax >= 0 && orphanShareMax <= 1,
                "orphan-share-max must be 0 to 1 (all), was " + orphanShareMax);
    }

    private static void check(boolean kept, String broken) {
        if (!kept) {
            throw new IllegalArgumentException("photoset.retention." + broken + ".");
        }
    }
}
