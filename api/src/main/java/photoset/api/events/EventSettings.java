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
 * @param streamsPerUserMax one user's of this process at the same time; the three jobs of a pro in six windows stay below,
 *     and it takes a hundred accounts to fill the process
 */
@ConfigurationProperties(prefix = "photoset.events", ignoreUnknownFields = false)
record EventSettings(
        @DefaultValue("250ms") Duration pollEvery,
        @DefaultValue("15s") Duration heartbeatEvery,
        @DefaultValue("1h") Duration streamLifetime,
        @DefaultValue("2000") int streamsMax,
        @DefaultValue("20") int streamsPerUserMax) {
    EventSettings {
        check("poll-every", pollEvery);
        check("heartbeat-every", heartbeatEvery);
        check("stream-lifetime", streamLifetime);
        check("streams-max", streamsMax);
        check("streams-per-user-max", streamsPerUserMax);
    }

    private static void check(String property, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("photoset.events." + property + " must be positive, was " + value + ".");
        }
    }

    private static void check(String property, int streams) {
        if (streams < 1) {
            throw new IllegalArgumentException(
                    "photoset.events." + property + " must be at least 1, was " + streams + ".");
        }
    }
}
