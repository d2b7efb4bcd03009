package photoset.cpu.painting;

import photoset.cpu.pixels.Mask;
import photoset.workflows.rendering.Paint;

/**
 * One paint and where it goes.
 *
 * @param mask of the photo's size; levels between 0 and 255 paint that share
 */
public record Layer(Paint paint, Mask mask) {}
