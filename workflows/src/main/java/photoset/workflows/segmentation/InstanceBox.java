package photoset.workflows.segmentation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A rectangle in pixels of an upright photo; {@code [x, y, w, h]} in JSON.
 *
 * @param x left edge
 * @param y top edge
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"x", "y", "w", "h"})
public record InstanceBox(int x, int y, int w, int h) {}
