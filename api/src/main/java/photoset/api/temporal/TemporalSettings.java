package photoset.api.temporal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a caller waits for Temporal. Not {@code photoset.temporal}: {@code PHOTOSET_TEMPORAL} names a program of the
 * standalone, which Spring would read as all of these settings.
 *
 * @param startMax for a started workflow; an answer of the server, no work
 * @param updateMax for a confirmed or executed job: every photo is decoded meanwhile. Below the minute after which most
 *     proxies give up
 * @param cancelMax for a settled cancellation; one that takes longer goes on and is answered as accepted
 */
@ConfigurationProperties(prefix = "photoset.temporal-client", ignoreUnknownFields = false)
public record TemporalSettings(
        @DefaultValue("10s") Duration startMax,
        @DefaultValue("50s") Duration updateMax,
        @DefaultValue("10s") Duration cancelMax) {
    public TemporalSettings {
        check("start-max", startMax);
        check("update-max", updateMax);
        check("cancel-max", cancelMax);
    }

    private static void check(String property, Duration wait) {
        if (!wait.isPositive()) {
            throw new IllegalArgumentException(
                    "photoset.temporal-client." + property + " must be positive, was " + wait + ".");
        }
    }
}
