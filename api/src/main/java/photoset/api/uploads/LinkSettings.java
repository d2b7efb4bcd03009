package photoset.api.uploads;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long presigned links live.
 *
 * @param uploadLifetime for putting a photo; not longer than the job waits for it
 * @param downloadLifetime for reading a result; long enough for a slow phone, short enough to leak little
 */
@ConfigurationProperties(prefix = "photoset.links", ignoreUnknownFields = false)
public record LinkSettings(
        @DefaultValue("1h") Duration uploadLifetime,
        @DefaultValue("30m") Duration downloadLifetime) {
    /** S3 refuses to presign for longer. */
    private static final Duration LIFETIME_MAX = Duration.ofDays(7);

    public LinkSettings {
        check("upload-lifetime", uploadLifetime);
        check("download-lifetime", downloadLifetime);
    }

    private static void check(String property, Duration lifetime) {
        if (lifetime.toSeconds() < 1 || lifetime.compareTo(LIFETIME_MAX) > 0) {
            throw new IllegalArgumentException(
                    "photoset.links." + property + " must be 1 s to 7 days, was " + lifetime + ".");
        }
    }
}
