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
 * @param previewMax for a preview; most come within a second, the first of a large photo within some. One that takes longer
 *     is answered as accepted, and the next call finds it
 */
@ConfigurationProperties(prefix = "photoset.temporal-client", ignoreUnknownFields = false)
public record TemporalSettings(
        @DefaultValue("10s") Duration startMax,
        @DefaultValue("50s") Duration updateMax,
        @DefaultValue("10s") Duration cancelMax,
        @DefaultValue("5s") Duration previewMax) {
    public TemporalSettings {
        check("start-max", startMax);
        check("update-max", updateMax);
        check("cancel-max", cancelMax);
        check("preview-max", previewMax);
    }

    private static void check(String property, Duration wait) {
        if (!wait.isPositive()) {
            throw new IllegalArgumentException(
                    "photoset.temporal-client." + property + " must be positive, was " + wait + ".");
        }
    }
}
