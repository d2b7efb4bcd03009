package photoset.api.json;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a request may take to arrive.
 *
 * @param timeMax for the whole body, after which the call is refused; the largest, 1 MB, takes 8 s at 1 Mbit/s
 */
@ConfigurationProperties(prefix = "photoset.body", ignoreUnknownFields = false)
record BodySettings(@DefaultValue("20s") Duration timeMax) {
    BodySettings {
        if (!timeMax.isPositive()) {
            throw new IllegalArgumentException("photoset.body.time-max must be positive, was " + timeMax + ".");
        }
    }
}
