package photoset.cli.segment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import photoset.gpu.masks.Instance;

/**
 * What was found in one photo; the content of {@code <photo>.json}.
 *
 * @param width of the upright photo and its masks, in pixels
 * @param model name and version of what looked
 */
public record PhotoReport(
        @JsonProperty("photo") String photo,
        @JsonProperty("width") int width,
        @JsonProperty("height") int height,
        @JsonProperty("model") String model,
        @JsonProperty("preset") String preset,
        @JsonProperty("masks") List<Mask> masks) {
    /** One concept's mask file and instances. */
    public record Mask(
            @JsonProperty("concept") String concept,
            @JsonProperty("file") String file,
            @JsonProperty("instances") List<Instance> instances) {
        /** How much of the photo it covers, 0 to 1. */
        double share(PhotoReport photo) {
            long area = instances.stream().mapToLong(Instance::area).sum();
            return (double) area / ((long) photo.width * photo.height);
        }
    }

    /** One line for people. */
    public String summary() {
        var words = masks.stream()
                .map(mask -> "%s %.0f %%".formatted(mask.concept, 100 * mask.share(this)))
                .toList();
        return photo + ": " + String.join(", ", words);
    }
}
