package photoset.cpu.removal;

import java.util.List;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/**
 * A photo without some things.
 *
 * @param photo a picture of its own
 * @param filled what was filled for each mask of {@link RemovalOrder#removed}: a little more than the mask
 * @param painted the masks of {@link RemovalOrder#painted} as they go on behind
 */
public record Removed(Raster photo, List<Mask> filled, List<Mask> painted) {}
