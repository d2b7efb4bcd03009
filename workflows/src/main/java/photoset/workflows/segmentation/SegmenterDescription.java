package photoset.workflows.segmentation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gpu workers say about their segmenter, in the object store under
 * {@link photoset.workflows.SharedKeys#SEGMENTER}: so that a request is judged without a worker, also while all of them
 * are scaled away.
 *
 * @param model name and version as users read it, e.g. {@code lite/1.0.0}
 * @param concepts ids of all concepts that it can find; null when it takes any words
 * @param takesExemplars whether it takes boxes around examples
 */
public record SegmenterDescription(
        @JsonProperty("model") String model,
        @JsonProperty("concepts") @Nullable List<String> concepts,
        @JsonProperty("takes_exemplars") boolean takesExemplars) {
    /** A segmenter that takes any words. */
    public static SegmenterDescription open(String model) {
        return new SegmenterDescription(model, null, false);
    }

    /** Those of the wanted concepts that the segmenter lacks, in their order. */
    public List<String> unknown(List<Concept> wanted) {
        @Nullable List<String> known = concepts;
        return known == null
                ? List.of()
                : wanted.stream()
                        .map(Concept::id)
                        .filter(id -> !known.contains(id))
                        .toList();
    }
}
