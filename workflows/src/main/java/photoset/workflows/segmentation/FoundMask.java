package photoset.workflows.segmentation;

/**
 * A mask that was found, as the records keep it.
 *
 * @param model name and version of the segmenter that found it
 * @param surface whether all of the concept is one instance
 */
public record FoundMask(String model, MaskRef mask, boolean surface) {}
