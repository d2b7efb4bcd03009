package photoset.gpu.segmentation;

import io.temporal.failure.ApplicationFailure;
import java.util.List;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.segmentation.Concept;

/**
 * The concepts that a segmenter knows.
 *
 * @param segmenter its name as users read it
 * @param known concept ids
 */
public record Vocabulary(String segmenter, List<String> known) {
    /**
     * Refuses an order that names anything else.
     *
     * @throws ApplicationFailure for good, of type {@link PhotoError#UNKNOWN_CONCEPT}, naming the known ones
     */
    public void check(List<Concept> wanted) {
        var strange = wanted.stream()
                .map(Concept::id)
                .filter(id -> !known.contains(id))
                .toList();
        if (!strange.isEmpty()) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "The segmenter %s does not know %s. It knows %s."
                            .formatted(segmenter, String.join(", ", strange), String.join(", ", known)),
                    PhotoError.UNKNOWN_CONCEPT.name());
        }
    }
}
