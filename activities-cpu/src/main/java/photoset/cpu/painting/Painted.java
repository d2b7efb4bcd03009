package photoset.cpu.painting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedAction;

/**
 * A finished picture and what was done to it.
 *
 * @param opacity how much each pixel hides of what is put behind the picture; null when all of it
 * @param layers one for each layer of the order
 * @param areas where the rule was allowed to act
 * @param changes counted before the picture is encoded; none in protected areas, none outside the rule's
 */
public record Painted(
        Raster picture, @Nullable Mask opacity, List<PaintedLayer> layers, Areas areas, ChangeCount changes) {
    /** What is seen of the picture on a white page. */
    public Raster shown() {
        return opacity == null ? picture : picture.onWhite(opacity);
    }

    /**
     * What one layer did.
     *
     * @param pixels pixels that got any of it
     * @param surface what was found there: the colour of a well lit part of the surface; null if no pixel was worked on
     *     or the action aims at no colour
     * @param deltaE CIEDE2000 between the wanted colour and the median of that part afterwards; null likewise
     */
    public record PaintedLayer(
            ResolvedAction action,
            long pixels,
            @Nullable LinearRgb surface,
            @Nullable Double deltaE) {}
}
