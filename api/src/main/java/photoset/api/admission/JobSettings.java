package photoset.api.admission;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a job waits for its user.
 *
 * @param uploadWindow from the creation to the confirmed upload
 * @param executeWindow from the confirmed upload to the rule
 */
@ConfigurationProperties(prefix = "photoset.jobs", ignoreUnknownFields = false)
public record JobSettings(
        @DefaultValue("1h") Duration uploadWindow,
        @DefaultValue("24h") Duration executeWindow) {
    public JobSettings {
        check("upload-window", uploadWindow);
        check("execute-window", executeWindow);
    }

    private static void check(String property, Duration window) {
        if (window.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "photoset.jobs." + property + " must be at least 1 s, was " + window + ".");
        }
    }
}
