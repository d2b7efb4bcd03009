package photoset.cpu.painting;

import photoset.imaging.Mask;
import photoset.workflows.rendering.ResolvedAction;

/**
 * One action and where it goes.
 *
 * @param mask of the photo's size; levels between 0 and 255 get that share of it
 */
public record Layer(ResolvedAction action, Mask mask) {}
