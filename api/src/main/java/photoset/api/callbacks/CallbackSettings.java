package photoset.api.callbacks;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a provider must know to report.
 *
 * @param secret shared with the provider, at least 16 bytes; without one every callback is refused
 * @param provider its name in manifests, 1 to 32 of {@code A-Z a-z 0-9 . _ -}
 */
@ConfigurationProperties(prefix = "photoset.callback", ignoreUnknownFields = false)
record CallbackSettings(
        @Nullable String secret, @DefaultValue("external") String provider) {
    /** Below this a secret can be guessed. */
    private static final int SECRET_BYTES_MIN = 16;

    CallbackSettings {
        if (secret != null && secret.getBytes(StandardCharsets.UTF_8).length < SECRET_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "photoset.callback.secret must have at least " + SECRET_BYTES_MIN + " bytes.");
        }
        if (!provider.matches("[A-Za-z0-9._-]{1,32}")) {
            throw new IllegalArgumentException(
                    "photoset.callback.provider must have 1 to 32 letters, digits, dots, - or _.");
        }
    }

    /** The segmenter's name in manifests. */
    String model() {
        return "remote/" + provider;
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "CallbackSettings[provider=" + provider + "]";
    }
}
