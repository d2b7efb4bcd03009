package photoset.cpu.removal;

import java.util.List;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/**
 * What to take out of one photo. All masks have the photo's size.
 *
 * @param photo stays as it is
 * @param removed one mask for each concept that is taken out
 * @param kept where any of these is above 0 nothing is filled, and nothing is copied from there
 * @param painted masks of what is painted afterwards, which go on behind what is taken out
 */
public record RemovalOrder(Raster photo, List<Mask> removed, List<Mask> kept, List<Mask> painted) {}
