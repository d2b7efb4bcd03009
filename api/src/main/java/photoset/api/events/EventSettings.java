package photoset.api.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events reach clients.
 *
 * @param pollEvery how often this process looks for news of all watched jobs, in one statement; a delay that nobody sees
 * @param heartbeatEvery shorter than the silence after which proxies close a connection
 * @param streamLifetime after which a client must connect again, with a token that is still good
 * @param streamsMax streams of this process at the same time; each holds a socket and at most two batches of events
 */
@ConfigurationProperties(prefix = "photoset.events", ignoreUnknownFields = false)
record EventSettings(
        @DefaultValue("250ms") Duration pollEvery,
        @DefaultValue("15s") Duration heartbeatEvery,
        @DefaultValue("1h") Duration streamLifetime,
        @DefaultValue("2000") int streamsMax) {
    EventSettings {
        check("poll-every", pollEvery);
        check("heartbeat-every", heartbeatEvery);
        check("stream-lifetime", streamLifetime);
        if (streamsMax < 1) {
            throw new IllegalArgumentException(
                    "photoset.events.streams-max must be at least 1, was " + streamsMax + ".");
        }
    }

    private static void check(String property, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("photoset.events." + property + " must be positive, was " + value + ".");
        }
    }
}
