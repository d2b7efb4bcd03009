package photoset.gpu.remote;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the provider is.
 *
 * @param endpoint takes work orders by POST
 * @param bearer the provider's token, or null if it wants none
 * @param callbackUrl the api as the provider reaches it; the job's path is added
 * @param linkLifetime how long the links in an order work, and so how long the provider may take; beyond the fifteen
 *     minutes after which the workflow gives a photo to another attempt more is of no use
 * @param timeout how long the provider may take to accept an order
 * @param pollEvery how often to look for results that lie in the bucket without a callback; they are taken at the second
 *     look that finds them
 * @param repeatAfter after which an order without results is handed in again, twice at most
 * @param provider its name in manifests when its callback was lost; the same as {@code photoset.callback.provider}
 */
@ConfigurationProperties(prefix = "photoset.remote", ignoreUnknownFields = false)
public record RemoteSettings(
        URI endpoint,
        @Nullable String bearer,
        URI callbackUrl,
        @DefaultValue("10m") Duration linkLifetime,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("30s") Duration pollEvery,
        @DefaultValue("3m") Duration repeatAfter,
        @DefaultValue("external") String provider) {
    /** S3 signs whole seconds, and at most this many. */
    private static final Duration LINK_LIFETIME_MIN = Duration.ofSeconds(1);

    private static final Duration LINK_LIFETIME_MAX = Duration.ofDays(7);

    public RemoteSettings {
        require(isWeb(endpoint), "endpoint", "the provider's http(s) address");
        require(isWeb(callbackUrl), "callback-url", "the api's http(s) address");
        require(
                linkLifetime.compareTo(LINK_LIFETIME_MIN) >= 0 && linkLifetime.compareTo(LINK_LIFETIME_MAX) <= 0,
                "link-lifetime",
                "a duration from 1 second to 7 days");
        require(timeout.isPositive(), "timeout", "a duration above zero");
        require(pollEvery.isPositive(), "poll-every", "a duration above zero");
        require(repeatAfter.isPositive(), "repeat-after", "a duration above zero");
        require(provider.matches("[A-Za-z0-9._-]{1,32}"), "provider", "1 to 32 letters, digits, dots, - or _");
    }

    /** The segmenter's name in manifests. */
    public String model() {
        return "remote/" + provider;
    }

    private static boolean isWeb(@Nullable URI address) {
        return address != null
                && address.getHost() != null
                && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    }

    private static void require(boolean valid, String property, String wanted) {
        if (!valid) {
            throw new IllegalArgumentException("photoset.remote." + property + " must be " + wanted + ".");
        }
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "RemoteSettings[endpoint=" + endpoint + ", callbackUrl=" + callbackUrl + "]";
    }
}
