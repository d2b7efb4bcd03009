package photoset.api.previews;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of previews.
 *
 * @param kept how long one can be read, 1 minute to 55 minutes. The round of retention after that deletes it, and rounds
 *     come every five minutes: no preview is much older than an hour
 */
@ConfigurationProperties(prefix = "photoset.previews", ignoreUnknownFields = false)
record PreviewSettings(@DefaultValue("55m") Duration kept) {
    private static final Duration KEPT_MIN = Duration.ofMinutes(1);
    private static final Duration KEPT_MAX = Duration.ofMinutes(55);

    PreviewSettings {
        if (kept.compareTo(KEPT_MIN) < 0 || kept.compareTo(KEPT_MAX) > 0) {
            throw new IllegalArgumentException("photoset.previews.kept must be 1 to 55 minutes, was " + kept + ".");
        }
    }
}
