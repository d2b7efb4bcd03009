package photoset.cpu.painting;

import java.util.ArrayList;
import java.util.List;
import photoset.cpu.painting.Painted.PaintedLayer;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;

/** One photo while it is painted: the order, the picture that becomes of it, and what the steps leave for each other. */
final class Canvas {
    /** A protect mask counts from the first level on, so that not even its soft edge is touched. */
    static final int PROTECTED_FROM = 1;

    private final PaintOrder order;
    private final Raster picture;
    private final Mask protect;
    private final List<Mask> shares = new ArrayList<>();
    private final List<PaintedLayer> painted = new ArrayList<>();

    Canvas(PaintOrder order) {
        this.order = order;
        this.picture = order.photo().copy();
        this.protect = union(order);
    }

    private static Mask union(PaintOrder order) {
        var union = Mask.empty(order.photo().width(), order.photo().height());
        for (Mask mask : order.protect()) {
            merge(mask, union.levels());
        }
        return union;
    }

    PaintOrder order() {
        return order;
    }

    /** Written by the steps. */
    Raster picture() {
        return picture;
    }

    boolean isProtected(int index) {
        return protect.at(index) >= PROTECTED_FROM;
    }

    /** The share of each layer in each pixel, in the order's order; the sum over the layers is at most 255. */
    List<Mask> shares() {
        return shares;
    }

    /** What was painted so far. */
    List<PaintedLayer> painted() {
        return painted;
    }

    Painted finish() {
        byte[] asked = asked();
        long changed = 0;
        long inProtect = 0;
        long outsideRule = 0;
        for (int i = 0; i < asked.length; i++) {
            if (!picture.same(order.photo(), i)) {
                changed++;
                inProtect += isProtected(i) ? 1 : 0;
                outsideRule += asked[i] == 0 ? 1 : 0;
            }
        }
        return new Painted(picture, List.copyOf(painted), changed, inProtect, outsideRule);
    }

    /** Above 0 where any layer's mask is. */
    private byte[] asked() {
        byte[] asked = new byte[picture.pixels()];
        for (Layer layer : order.layers()) {
            merge(layer.mask(), asked);
        }
        return asked;
    }

    private static void merge(Mask mask, byte[] union) {
        byte[] levels = mask.levels();
        for (int i = 0; i < union.length; i++) {
            union[i] |= levels[i];
        }
    }
}
