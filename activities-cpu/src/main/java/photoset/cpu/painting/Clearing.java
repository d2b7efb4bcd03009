package photoset.cpu.painting;

import java.util.ArrayList;
import java.util.List;
import photoset.cpu.removal.Removal;
import photoset.cpu.removal.RemovalOrder;
import photoset.imaging.Mask;
import photoset.workflows.rendering.ResolvedAction;

/**
 * Takes out of the photo what a rule removes, before anything is painted: so what appears behind a thing is painted like
 * what is around it, wherever the rule names the thing.
 */
final class Clearing {
    private static final int OPAQUE = 255;

    private Clearing() {}

    static boolean isNeeded(PaintOrder order) {
        return order.layers().stream().anyMatch(Clearing::removes);
    }

    /** Whether a layer takes something out. */
    static boolean removes(Layer layer) {
        return layer.action() instanceof ResolvedAction.Remove;
    }

    /**
     * The order for the photo without these things: the masks of what is painted go on behind them.
     *
     * @param progress told that the work goes on; may throw to give up
     * @throws photoset.cpu.removal.RemovalRefused if they are too large
     */
    static PaintOrder cleared(PaintOrder order, Runnable progress) {
        var kept = new ArrayList<>(order.protect());
        kept.addAll(order.kept());
        var opacity = order.opacity();
        if (opacity != null) {
            kept.add(transparent(opacity));
        }
        var removal = new RemovalOrder(order.photo(), masks(order, true), kept, masks(order, false));
        var done = Removal.of(removal, progress);
        var filled = done.filled().iterator();
        var painted = done.painted().iterator();
        var layers = order.layers().stream()
                .map(layer -> new Layer(layer.action(), removes(layer) ? filled.next() : painted.next()))
                .toList();
        return new PaintOrder(done.photo(), opacity, layers, order.protect(), order.kept(), order.watermarked());
    }

    private static List<Mask> masks(PaintOrder order, boolean removed) {
        return order.layers().stream()
                .filter(layer -> removes(layer) == removed)
                .map(Layer::mask)
                .toList();
    }

    /** What can be seen through has colours of its own that nobody sees whole. */
    private static Mask transparent(Mask opacity) {
        byte[] levels = new byte[opacity.levels().length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (OPAQUE - opacity.at(i));
        }
        return new Mask(opacity.width(), opacity.height(), levels);
    }
}
