package photoset.api.idempotency;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much answering again may cost.
 *
 * @param keysPerUserMax answers kept for one user at a time, each for 24 h; enough for 1,600 albums a day of three calls
 *     each, and some megabytes for whoever means harm
 */
@ConfigurationProperties(prefix = "photoset.idempotency", ignoreUnknownFields = false)
record IdempotencySettings(@DefaultValue("5000") int keysPerUserMax) {
    IdempotencySettings {
        if (keysPerUserMax < 1) {
            throw new IllegalArgumentException(
                    "photoset.idempotency.keys-per-user-max must be at least 1, was " + keysPerUserMax + ".");
        }
    }
}
