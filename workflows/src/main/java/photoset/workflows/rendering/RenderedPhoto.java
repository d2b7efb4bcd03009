package photoset.workflows.rendering;

/**
 * A finished picture in the object store.
 *
 * @param outputKey the picture
 * @param previewKey its small JPEG
 * @param manifestKey what was done to it
 * @param changedPixels pixels that differ from the upright photo, counted before encoding
 */
public record RenderedPhoto(String outputKey, String previewKey, String manifestKey, long changedPixels) {}
