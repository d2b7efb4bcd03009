package photoset.api.uploads;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long presigned links live.
 *
 * @param uploadLifetime for putting a photo, 1 day at most. As long as the job waits for its photos: nothing renews the
 *     link, and 200 photos take most of the hour on a line of 10 Mbit/s. What is put once the upload is confirmed is never
 *     read
 * @param downloadLifetime for reading a result, 1 day at most; long enough for a slow phone, short enough to leak little
 *     when a link is passed on. The api gives fresh ones at any time
 */
@ConfigurationProperties(prefix = "photoset.links", ignoreUnknownFields = false)
public record LinkSettings(
        @DefaultValue("1h") Duration uploadLifetime,
        @DefaultValue("30m") Duration downloadLifetime) {
    /** Nothing lies in {@code uploads/} for longer, and who passes a link on should not regret it for days. */
    private static final Duration LIFETIME_MAX = Duration.ofDays(1);

    public LinkSettings {
        check("upload-lifetime", uploadLifetime);
        check("download-lifetime", downloadLifetime);
    }

    private static void check(String property, Duration lifetime) {
        if (lifetime.toSeconds() < 1 || lifetime.compareTo(LIFETIME_MAX) > 0) {
            throw new IllegalArgumentException(
                    "photoset.links." + property + " must be 1 s to 1 day, was " + lifetime + ".");
        }
    }
}
