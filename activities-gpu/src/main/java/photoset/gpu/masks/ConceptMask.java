package photoset.gpu.masks;

import java.util.List;
import photoset.imaging.Mask;

/**
 * One concept's pixels.
 *
 * @param mask of the size asked for; all zero if nothing was found
 * @param instances one for a surface, every one that was told apart for a countable thing, the largest first
 */
public record ConceptMask(Mask mask, List<Instance> instances) {}
