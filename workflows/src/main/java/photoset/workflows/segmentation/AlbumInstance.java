package photoset.workflows.segmentation;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One instance of an album, an element of the file at {@link photoset.workflows.ObjectKeys#albumInstances()}.
 *
 * @param idx the photo's
 * @param concept the concept's id
 * @param label its value in the photo's label map of that concept, from 1
 * @param instanceId the concept's id, a hyphen and a number from 1; the same for the same thing in all photos
 * @param score how sure the segmenter is of it, 0 to 1
 * @param area pixels
 */
public record AlbumInstance(
        @JsonProperty("idx") int idx,
        @JsonProperty("concept") String concept,
        @JsonProperty("label") int label,
        @JsonProperty("instance_id") String instanceId,
        @JsonProperty("score") double score,
        @JsonProperty("box") InstanceBox box,
        @JsonProperty("area") long area) {}
