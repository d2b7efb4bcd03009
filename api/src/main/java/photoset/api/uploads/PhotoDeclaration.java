package photoset.api.uploads;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photoset.api.problem.Envelope.Detail;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.photos.PhotoLimits;

/**
 * A photo as a client declares it.
 *
 * @param contentType one of {@link PhotoFormat#offered()}
 * @param size bytes, 1 to {@link PhotoLimits#BYTES_MAX}
 * @param sha256 of the bytes, hex in any case; checked against the upload when given
 * @param filename for the client's own logs; not kept, since it may tell more than its owner wants
 */
public record PhotoDeclaration(
        @JsonProperty("content_type") @Nullable String contentType,
        @JsonProperty("size") @Nullable Long size,
        @JsonProperty("sha256") @Nullable String sha256,
        @JsonProperty("filename") @Nullable String filename) {
    /** Longer than any file system allows. */
    public static final int FILENAME_CHARS_MAX = 255;

    /** Hex in any case. */
    public static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    /** The hash as the rest of the product writes it: lower case. */
    public @Nullable String hash() {
        return sha256 == null ? null : sha256.toLowerCase(Locale.ROOT);
    }

    /** Adds every broken field, named like {@code items[3].size}. */
    void check(String place, List<Detail> broken) {
        if (contentType == null || !PhotoFormat.offered().contains(contentType)) {
            broken.add(Detail.field(
                    place + ".content_type",
                    "must be one of " + String.join(", ", PhotoFormat.offered()) + "; convert other formats"));
        }
        if (size == null || size < 1 || size > PhotoLimits.BYTES_MAX) {
            broken.add(Detail.field(place + ".size", "must be 1 to " + PhotoLimits.BYTES_MAX + " bytes"));
        }
        if (sha256 != null && !SHA256.matcher(sha256).matches()) {
            broken.add(Detail.field(place + ".sha256", "must be 64 hexadecimal digits"));
        }
        if (filename != null && filename.codePointCount(0, filename.length()) > FILENAME_CHARS_MAX) {
            broken.add(Detail.field(place + ".filename", "must have at most " + FILENAME_CHARS_MAX + " characters"));
        }
    }
}
