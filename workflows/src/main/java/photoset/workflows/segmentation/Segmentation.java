package photoset.workflows.segmentation;

import io.temporal.activity.ActivityInterface;

/** Finds concepts in photos, on {@link photoset.workflows.TaskQueues#GPU}. */
@ActivityInterface
public interface Segmentation {
    /**
     * Writes a mask for every concept and the instances of all of them. Heartbeats while it works; running twice
     * writes the same bytes to the same keys.
     *
     * <p>Fails permanently with type {@link photoset.workflows.photos.PhotoError#UNKNOWN_CONCEPT} when the segmenter has a
     * closed vocabulary and lacks a concept, naming the known ones.
     */
    SegmentedPhoto segment(SegmentationTask task);
}
