package photoset.workflows.segmentation;

/**
 * A user's example of a concept.
 *
 * @param concept the concept's id
 * @param idx the photo in which it is shown
 * @param box around it
 * @param positive whether it is one; else it is something that shall not be taken for one
 */
public record Exemplar(String concept, int idx, InstanceBox box, boolean positive) {}
