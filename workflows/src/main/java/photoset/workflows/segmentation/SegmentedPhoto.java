package photoset.workflows.segmentation;

import java.util.List;

/**
 * What was found in one photo.
 *
 * @param model name and version of the segmenter, e.g. {@code lite/1.0.0}; goes into the manifest
 * @param masks one for every concept of the task, in its order
 */
public record SegmentedPhoto(String model, List<MaskRef> masks) {}
