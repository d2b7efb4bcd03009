package photoset.api.cors;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose pages may call the api.
 *
 * @param allowedOrigins exact origins such as {@code https://app.example.org}, besides the api's own; no patterns
 */
@ConfigurationProperties(prefix = "photoset.cors", ignoreUnknownFields = false)
record CorsSettings(@DefaultValue List<String> allowedOrigins) {
    CorsSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
        allowedOrigins.forEach(CorsSettings::check);
    }

    private static void check(String origin) {
        if (!isOrigin(origin)) {
            throw new IllegalArgumentException(
                    "photoset.cors.allowed-origins lists exact origins as browsers send them,"
                            + " like https://app.example.org or http://localhost:3000, not '" + origin + "'.");
        }
    }

    /** RFC 6454, section 6.2: scheme, host and port in lower case, nothing else. */
    private static boolean isOrigin(String text) {
        if (!text.matches("https?://[a-z0-9.:\\[\\]-]+")) {
            return false;
        }
        try {
            return URI.create(text).getHost() != null;
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }
}
