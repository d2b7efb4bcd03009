package photoset.workflows.segmentation;

/**
 * One instance in one photo.
 *
 * @param id its id in the job, e.g. {@code Window-1}
 * @param concept the concept's id
 * @param label its value in the photo's label map of that concept, from 1
 */
public record InstanceRef(String id, String concept, int label) {}
