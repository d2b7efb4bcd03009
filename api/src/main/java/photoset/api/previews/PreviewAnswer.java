package photoset.api.previews;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import photoset.api.uploads.Presigner.Lent;

/**
 * A preview, or that it is painted.
 *
 * @param idx of the photo
 * @param url a watermarked JPEG with a long side of at most 1,600 pixels; absent while it is painted
 * @param expiresAt when the link ends; absent likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewAnswer(
        @JsonProperty("idx") int idx,
        @JsonProperty("status") Status status,
        @JsonProperty("url") @Nullable URI url,
        @JsonProperty("expires_at") @Nullable Instant expiresAt) {
    /** Whether it is there. */
    enum Status {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE
    }

    static PreviewAnswer running(int idx) {
        return new PreviewAnswer(idx, Status.RUNNING, null, null);
    }

    static PreviewAnswer done(int idx, Lent link) {
        return new PreviewAnswer(idx, Status.DONE, link.url(), link.expiresAt());
    }

    /** Leaves the link out. */
    @Override
    public String toString() {
        return "Preview[" + idx + " " + status + "]";
    }
}
