package photoset.workflows.segmentation;

/**
 * One concept's mask in the object store: an 8-bit grey PNG of the photo's upright size, 255 where the concept surely
 * is, 0 where it surely is not. A concept that was not found has an all-zero mask.
 *
 * @param concept the concept's id
 * @param key where the PNG lies
 * @param area pixels of at least 128
 * @param instances number of instances found
 * @param score confidence of the best instance, 0 to 1
 */
public record MaskRef(String concept, String key, long area, int instances, double score) {}
