package photoset.api.instances;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;

/** How all masks of a job are written. */
enum ExportFormat {
    /** One JSON file as the COCO data set has it, with run-lengths. */
    COCO("masks.json", MediaType.APPLICATION_JSON),
    /** A zip of pictures. */
    PNG("masks.zip", MediaType.valueOf("application/zip")),
    /** A zip of outlines, a JSON file for each photo. */
    POLYGON("polygons.zip", MediaType.valueOf("application/zip"));

    private final String file;
    private final MediaType type;

    ExportFormat(String file, MediaType type) {
        this.file = file;
        this.type = type;
    }

    static Optional<ExportFormat> of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(name))
                .findFirst();
    }

    /** All names, in words. */
    static String names() {
        return Arrays.stream(values()).map(ExportFormat::word).collect(Collectors.joining(", "));
    }

    String file() {
        return file;
    }

    MediaType type() {
        return type;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
