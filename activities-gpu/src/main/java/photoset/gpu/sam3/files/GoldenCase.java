package photoset.gpu.sam3.files;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input with the outputs that the Python model gave for it.
 *
 * @param photo a PNG of any size
 * @param input the PNG that the reference makes of it for the model
 * @param prompts texts, searched for together
 * @param ids what the reference's tokenizer makes of them
 * @param exemplars for each text its boxes or null; null if none has any
 * @param threshold the score above which instances count; no score lies near it
 * @param outputs a JSON file of numbers
 * @param masks a PNG: a row for each text, in it the maps of its best instances
 * @param photoMasks a PNG: for each text, one below the other, the mask of all instances above the threshold at the
 *     photo's size
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GoldenCase(
        String name,
        String photo,
        String input,
        List<String> prompts,
        List<List<Long>> ids,
        @Nullable List<@Nullable Boxes> exemplars,
        float threshold,
        String outputs,
        String masks,
        @JsonProperty("photo_masks") String photoMasks) {
    /**
     * Exemplars of one text.
     *
     * @param boxes centre x, centre y, width, height in shares of the photo
     * @param labels 1 for what is meant, 0 for what is not
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Boxes(List<List<Double>> boxes, List<Integer> labels) {}

    /**
     * The numbers.
     *
     * @param scores for each text, descending
     * @param boxes for each score left, top, right, bottom in shares of the photo
     * @param presence for each text
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Outputs(List<List<Float>> scores, List<List<List<Float>>> boxes, List<Float> presence) {}
}
