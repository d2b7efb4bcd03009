package photoset.gpu.masks;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import photoset.imaging.regions.Rle;

/**
 * One occurrence of a concept in one photo, an element of {@code instances.json}.
 *
 * @param concept the concept's id
 * @param instanceId the concept's id, a hyphen and a number from 1, largest first
 * @param score how sure the segmenter is of it, 0 to 1: of a network that judges pixels their mean
 * @param area pixels
 * @param rle its pixels
 */
public record Instance(
        String concept, @JsonProperty("instance_id") String instanceId, double score, Box box, long area, Rle rle) {
    /**
     * The smallest rectangle around a part, in photo pixels; {@code [x, y, w, h]} in JSON.
     *
     * @param x left edge
     * @param y top edge
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"x", "y", "w", "h"})
    public record Box(int x, int y, int w, int h) {}
}
