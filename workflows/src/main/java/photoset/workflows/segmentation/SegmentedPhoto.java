package photoset.workflows.segmentation;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found in one photo.
 *
 * @param model name and version of the segmenter, e.g. {@code lite/1.0.0}; goes into the manifest
 * @param masks one for every concept of the task, in its order
 */
public record SegmentedPhoto(String model, List<MaskRef> masks) {
    /** The model of a photo of which every mask was drawn by its user. */
    private static final String NO_MODEL = "none";

    /** A photo that no segmenter has looked at. */
    public static SegmentedPhoto drawn(List<MaskRef> masks) {
        return new SegmentedPhoto(NO_MODEL, masks);
    }

    /** Those of the concepts that were not looked for, in their order. */
    public List<Concept> lacking(List<Concept> wanted) {
        return wanted.stream().filter(concept -> !has(concept.id())).toList();
    }

    /** This and what was found of other concepts, or of the same ones anew. */
    public SegmentedPhoto with(SegmentedPhoto later) {
        return new SegmentedPhoto(later.model, replaced(later.masks));
    }

    /** With these masks in place of those of the same concepts. */
    public SegmentedPhoto withMasks(List<MaskRef> others) {
        return new SegmentedPhoto(model, replaced(others));
    }

    private List<MaskRef> replaced(List<MaskRef> others) {
        var joined = new ArrayList<>(masks);
        joined.removeIf(
                mask -> others.stream().anyMatch(other -> other.concept().equals(mask.concept())));
        joined.addAll(others);
        return List.copyOf(joined);
    }

    private boolean has(String concept) {
        return masks.stream().anyMatch(mask -> mask.concept().equals(concept));
    }
}
