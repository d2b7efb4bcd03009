package photoset.api.uploads;

import com.fasterxml.jackson.annotation.JsonProperty;
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
        @JsonProperty("key") String key,
        @JsonProperty("method") String method,
        @JsonProperty("headers") Map<String, String> headers,
        @JsonProperty("expires_at") Instant expiresAt) {
    /** Leaves the link out. */
    @Override
    public String toString() {
        return "UploadLink[idx=" + idx + ", key=" + key + "]";
    }
}
