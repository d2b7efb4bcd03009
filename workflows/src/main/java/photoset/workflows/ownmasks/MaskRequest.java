package photoset.workflows.ownmasks;

import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.segmentation.Concept;

/**
 * An uploaded mask that is to be used.
 *
 * @param idx the photo's
 * @param width upright width of the photo in pixels
 * @param height upright height of the photo in pixels
 * @param version the number that the mask gets, never used before in its photo and concept
 * @param etag of the upload; another one that lies there by now is not taken
 * @param bytes size of the upload
 */
public record MaskRequest(
        UserId user, JobId job, int idx, int width, int height, Concept concept, int version, String etag, long bytes) {
    /** The id of the workflow that takes this version into use. */
    public String workflowId() {
        return "mask/%s/%d/%s/%d".formatted(job, idx, concept.id(), version);
    }
}
