package photoset.gpu.masks;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One occurrence of a concept in one photo, an element of {@code instances.json}.
 *
 * @param concept the concept's id
 * @param instanceId the concept's id, a hyphen and a number from 1, largest first
 * @param score mean probability over its pixels, 0 to 1
 * @param area pixels
 * @param rle its pixels
 */
public record Instance(
        String concept, @JsonProperty("instance_id") String instanceId, double score, Box box, long area, Rle rle) {}
