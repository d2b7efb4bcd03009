package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The file format of a delivered picture. */
public enum OutputFormat {
    /** Lossless; what is not painted is bit-identical to the upright sRGB photo. */
    @JsonProperty("png")
    PNG("image/png"),
    @JsonProperty("jpeg")
    JPEG("image/jpeg"),
    @JsonProperty("webp")
    WEBP("image/webp");

    private final String contentType;

    OutputFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** The file name's ending, without a dot. */
    public String extension() {
        return this == JPEG ? "jpg" : name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format with this {@link #extension()}.
     *
     * @throws IllegalArgumentException for any other ending
     */
    public static OutputFormat of(String extension) {
        for (OutputFormat format : values()) {
            if (format.extension().equals(extension)) {
                return format;
            }
        }
        throw new IllegalArgumentException("No picture is delivered as ." + extension + ".");
    }
}
