package photoset.cpu.painting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.cpu.painting.Painted.PaintedLayer;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;

/** One photo while it is painted: the order, the picture that becomes of it, and what the steps leave for each other. */
final class Canvas {
    private static final int OPAQUE = 255;

    private final PaintOrder asked;
    private final PaintOrder order;
    private final Raster picture;
    private final Areas areas;
    private final List<Mask> shares = new ArrayList<>();
    private final List<PaintedLayer> painted = new ArrayList<>();
    private @Nullable Mask opacity;

    /**
     * Begins a picture.
     *
     * @param asked what was asked for
     * @param order the same without what it removes
     */
    Canvas(PaintOrder asked, PaintOrder order) {
        this.asked = asked;
        this.order = order;
        this.picture = order.photo().copy();
        var own = order.opacity();
        this.opacity = own == null
                ? null
                : new Mask(own.width(), own.height(), own.levels().clone());
        this.areas = Areas.of(picture, order.layers().stream().map(Layer::mask).toList(), order.protect());
    }

    /** What is painted now; its photo lacks what the rule removes. */
    PaintOrder order() {
        return order;
    }

    /** Written by the steps. */
    Raster picture() {
        return picture;
    }

    boolean isProtected(int index) {
        return areas.isProtected(index);
    }

    /** The share of each layer in each pixel, in the order's order; the sum over the layers is at most 255. */
    List<Mask> shares() {
        return shares;
    }

    /** Sets a pixel, once, to the linear light at {@code from}, which is weighted by how much of the photo's it hides. */
    void put(int pixel, float[] light, int from, float hides) {
        byte[] rgb = picture.rgb();
        float per = 1;
        if (hides < 1) {
            per = hides > 0 ? 1 / hides : 0;
            var opaque = writableOpacity();
            opaque.levels()[pixel] = (byte) Math.round(Math.max(0, hides) * opaque.at(pixel));
        }
        rgb[pixel * 3] = Srgb.toByte(light[from] * per);
        rgb[pixel * 3 + 1] = Srgb.toByte(light[from + 1] * per);
        rgb[pixel * 3 + 2] = Srgb.toByte(light[from + 2] * per);
    }

    /** Mixes black (0) or white (1) ink into a pixel; before nothing the ink hides by its own share. */
    void letter(int pixel, float share, float ink) {
        if (share <= 0) {
            return;
        }
        byte[] rgb = picture.rgb();
        for (int channel = pixel * 3; channel < pixel * 3 + 3; channel++) {
            float light = Srgb.linear(rgb[channel]);
            rgb[channel] = Srgb.toByte(light + share * (ink - light));
        }
        if (opacity != null) {
            int hides = opacity.at(pixel);
            opacity.levels()[pixel] = (byte) Math.round(hides + share * (OPAQUE - hides));
        }
    }

    private Mask writableOpacity() {
        if (opacity == null) {
            byte[] levels = new byte[picture.pixels()];
            Arrays.fill(levels, (byte) OPAQUE);
            opacity = new Mask(picture.width(), picture.height(), levels);
        }
        return opacity;
    }

    /** Notes what was laid, for the account that is given at the end; layers in their order. */
    void laid(PaintedLayer layer) {
        painted.add(layer);
    }

    Painted finish() {
        return new Painted(
                picture,
                opacity,
                List.copyOf(painted),
                areas,
                areas.changes(asked.shown(), opacity == null ? picture : picture.onWhite(opacity)));
    }
}
