package photoset.cpu.painting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/**
 * What to do to one photo.
 *
 * @param photo stays as it is
 * @param opacity how much each of its pixels hides, whose colours are without what lies behind; null when all of it
 * @param layers in the rule's order; where two claim a pixel the later wins
 * @param protect where any of these is above 0 nothing is painted
 * @param kept what is taken out of the photo neither reaches nor is filled from where any of these is above 0
 * @param watermarked whether the painted area carries the watermark
 */
public record PaintOrder(
        Raster photo,
        @Nullable Mask opacity,
        List<Layer> layers,
        List<Mask> protect,
        List<Mask> kept,
        boolean watermarked) {
    /** For a photo that hides all of what is put behind it. */
    public PaintOrder(Raster photo, List<Layer> layers, List<Mask> protect, boolean watermarked) {
        this(photo, null, layers, protect, List.of(), watermarked);
    }

    /**
     * Checks that everything has one size.
     *
     * @throws IllegalArgumentException if a mask has another size than the photo
     */
    public PaintOrder {
        if (opacity != null) {
            requireSize(photo, opacity);
        }
        layers.forEach(layer -> requireSize(photo, layer.mask()));
        protect.forEach(mask -> requireSize(photo, mask));
        kept.forEach(mask -> requireSize(photo, mask));
    }

    /** What is seen of the photo on a white page. */
    Raster shown() {
        return opacity == null ? photo : photo.onWhite(opacity);
    }

    private static void requireSize(Raster photo, Mask mask) {
        if (mask.width() != photo.width() || mask.height() != photo.height()) {
            throw new IllegalArgumentException("A mask of %d x %d does not fit a photo of %d x %d."
                    .formatted(mask.width(), mask.height(), photo.width(), photo.height()));
        }
    }
}
