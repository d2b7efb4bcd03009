package photoset.workflows.photos;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The file formats of photos that are taken; for the API, the inspection and every message. Decoders know each by its own signature. */
public enum PhotoFormat {
    JPEG("JPEG", "jpg", "image/jpeg"),
    PNG("PNG", "png", "image/png"),
    WEBP("WebP", "webp", "image/webp"),
    AVIF("AVIF", "avif", "image/avif"),
    /** What iPhones write; read only where the native library brings an HEVC decoder. */
    HEIC("HEIC", "heic", "image/heic", "image/heif"),
    TIFF("TIFF", "tif", "image/tiff");

    private final String title;
    private final String extension;
    private final List<String> contentTypes;

    PhotoFormat(String title, String extension, String... contentTypes) {
        this.title = title;
        this.extension = extension;
        this.contentTypes = List.of(contentTypes);
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** The file name's ending, without a dot. */
    public String extension() {
        return extension;
    }

    /** The media type that a file of it is served as. */
    public String contentType() {
        return contentTypes.getFirst();
    }

    /**
     * The format with this {@link #extension()}.
     *
     * @throws IllegalArgumentException for any other ending
     */
    public static PhotoFormat of(String extension) {
        for (PhotoFormat format : values()) {
            if (format.extension.equals(extension)) {
                return format;
            }
        }
        throw new IllegalArgumentException("No photo is taken as ." + extension + ".");
    }

    /** Every media type that announces any of them. */
    public static List<String> offered() {
        return Arrays.stream(values())
                .flatMap(format -> format.contentTypes.stream())
                .toList();
    }

    /** All of them in words: "JPEG, PNG, ... or TIFF". */
    public static String listed() {
        var formats = values();
        var last = formats[formats.length - 1];
        return Arrays.stream(formats, 0, formats.length - 1)
                .map(PhotoFormat::title)
                .collect(Collectors.joining(", ", "", " or " + last.title));
    }
}
