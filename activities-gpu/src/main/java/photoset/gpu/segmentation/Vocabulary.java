package photoset.gpu.segmentation;

import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Objects;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.SegmenterDescription;

/** Holds a task to what its segmenter knows; the api has asked before, but its knowledge may be older than the worker. */
public final class Vocabulary {
    private Vocabulary() {}

    /**
     * Refuses a task that names anything else.
     *
     * @throws ApplicationFailure permanently, of type {@link PhotoError#UNKNOWN_CONCEPT}, naming the known ones
     */
    public static void refuseUnknown(SegmenterDescription segmenter, List<Concept> wanted) {
        var unknown = segmenter.unknown(wanted);
        if (!unknown.isEmpty()) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "The segmenter %s does not know %s. It knows %s."
                            .formatted(
                                    segmenter.model(),
                                    String.join(", ", unknown),
                                    String.join(", ", Objects.requireNonNull(segmenter.concepts()))),
                    PhotoError.UNKNOWN_CONCEPT.name());
        }
    }
}
