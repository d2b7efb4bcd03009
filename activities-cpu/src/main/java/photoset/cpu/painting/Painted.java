package photoset.cpu.painting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.cpu.pixels.LinearRgb;
import photoset.cpu.pixels.Raster;
import photoset.workflows.rendering.Paint;

/**
 * A finished picture and what was done to it.
 *
 * @param layers one for each layer of the order
 * @param changed pixels that differ from the photo
 * @param changedInProtect those of them under a protect mask; 0, counted to prove it
 * @param changedOutsideRule those of them under no layer's mask; 0, counted to prove it
 */
public record Painted(
        Raster picture, List<PaintedLayer> layers, long changed, long changedInProtect, long changedOutsideRule) {
    /**
     * What one layer did.
     *
     * @param pixels pixels that got any of the paint
     * @param surface what was found there: the colour of a well lit part of the surface; null if no pixel was painted
     * @param deltaE CIEDE2000 between the wanted colour and the median of that part afterwards; null likewise
     */
    public record PaintedLayer(
            Paint paint,
            long pixels,
            @Nullable LinearRgb surface,
            @Nullable Double deltaE) {}
}
