package photoset.gpu.sam3.files;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code manifest.json} says of a package; the export writes it.
 *
 * @param format of the package; this program reads {@link #FORMAT}
 * @param version of the weights
 * @param source where the weights came from, for the Python reference
 * @param device {@code cpu} or {@code cuda}; a frozen graph runs on no other
 * @param dtype of the numbers inside of the graphs
 * @param inputSide pixels of each side of the square that the model sees
 * @param maskSide pixels of each side of the maps that it draws
 * @param context ids of a text
 * @param hidden numbers of a token's features
 * @param instances candidates that it returns at most
 * @param buckets numbers of prompts at once, ascending, for which it was checked
 * @param limits how far golden outputs may be missed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PackageManifest(
        int format,
        String name,
        String version,
        Source source,
        String device,
        String dtype,
        @JsonProperty("input_side") int inputSide,
        @JsonProperty("mask_side") int maskSide,
        int context,
        int hidden,
        int instances,
        List<Integer> buckets,
        List<Listed> files,
        Limits limits,
        List<GoldenCase> golden) {
    /** The format that this program reads. */
    public static final int FORMAT = 1;

    /**
     * Where weights came from.
     *
     * @param kind {@code checkpoint}, or a random model made anew from its seed
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Source(String kind, @Nullable Integer seed) {}

    /** One file of the package with its SHA-256 in lower-case hex. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Listed(String name, long bytes, String sha256) {}

    /**
     * How far golden outputs may be missed.
     *
     * @param score of a score, absolute
     * @param box of an edge, in shares of the photo
     * @param maskIou the least overlap of a mask with its golden one
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Limits(
            double score,
            double box,
            @JsonProperty("mask_iou") double maskIou) {}

    /**
     * Name and version, as manifests of outputs state them; with the type of numbers if it is not the full one, since the
     * same weights then say something a little different.
     */
    public String label() {
        return dtype.equals("float32") ? name + "/" + version : name + "/" + version + "-" + dtype;
    }

    /** The smallest bucket that holds so many prompts, or the largest of all. */
    public int bucket(int prompts) {
        return buckets.stream().filter(size -> size >= prompts).findFirst().orElse(buckets.getLast());
    }
}
