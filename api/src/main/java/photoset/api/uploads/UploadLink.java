package photoset.api.uploads;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * Where one photo goes.
 *
 * @param url valid until {@code expiresAt}; a secret
 * @param headers to send with the upload
 */
public record UploadLink(
        @JsonProperty("idx") int idx,
        @JsonProperty("url") URI url,

        @Schema(maxLength = KEY_CHARS_MAX) @JsonProperty("key")
        String key,

        @Schema(allowableValues = "PUT") @JsonProperty("method")
        String method,

        @JsonProperty("headers") Map<String, String> headers,
        @JsonProperty("expires_at") Instant expiresAt) {
    /** No object has a longer one. */
    private static final int KEY_CHARS_MAX = 1024;

    /** Leaves the link out. */
    @Override
    public String toString() {
        return "UploadLink[idx=" + idx + ", key=" + key + "]";
    }
}
