package photoset.gpu.masks;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The smallest rectangle around a part, in photo pixels; {@code [x, y, w, h]} in JSON.
 *
 * @param x left edge
 * @param y top edge
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"x", "y", "w", "h"})
public record Box(int x, int y, int w, int h) {}
