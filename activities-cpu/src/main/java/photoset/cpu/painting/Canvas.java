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
        byte[] levels = union.levels();
        for (Mask mask : order.protect()) {
            byte[] more = mask.levels();
            for (int i = 0; i < levels.length; i++) {
                levels[i] |= more[i];
            }
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
        long changed = 0;
        long inProtect = 0;
        long outsideRule = 0;
        for (int i = 0; i < picture.pixels(); i++) {
            if (!picture.same(order.photo(), i)) {
                changed++;
                inProtect += isProtected(i) ? 1 : 0;
                outsideRule += isWanted(i) ? 0 : 1;
            }
        }
        return new Painted(picture, List.copyOf(painted), changed, inProtect, outsideRule);
    }

    private boolean isWanted(int index) {
        for (Layer layer : order.layers()) {
            if (layer.mask().at(index) > 0) {
                return true;
            }
        }
        return false;
    }
}
