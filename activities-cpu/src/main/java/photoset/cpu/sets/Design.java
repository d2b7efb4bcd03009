package photoset.cpu.sets;

import java.util.List;
import java.util.function.Supplier;
import photoset.imaging.Raster;

/**
 * One delivered result of a photo.
 *
 * @param variant its id in the job, e.g. {@code a}
 * @param name what people call it, e.g. Modern; may be empty
 * @param picture reads the delivered picture, upright sRGB; called once for each picture of the set that shows it
 * @param palette what was put where; empty if nothing has a color
 */
public record Design(String variant, String name, Supplier<Raster> picture, List<PaletteColor> palette) {
    public Design {
        palette = List.copyOf(palette);
    }
}
