package photoset.cpu.painting;

import java.util.List;
import java.util.function.Consumer;

/** Takes a photo through the steps of a rule. The same order gives the same picture, whatever the machine. */
public final class Painter {
    private static final List<Step> PIPELINE = List.of(new ClaimStep(), new PaintStep(), new WatermarkStep());

    private final Consumer<String> progress;

    /**
     * Makes a painter.
     *
     * @param progress told the name of each step before it starts, and again while a long one goes on; may throw to give up
     */
    public Painter(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Paints a copy; takes about 10 bytes of memory for each pixel beside the order itself.
     *
     * @throws photoset.cpu.removal.RemovalRefused if something that is too large is to be taken out
     */
    public Painted paint(PaintOrder order) {
        var canvas = new Canvas(order, cleared(order));
        for (Step step : PIPELINE) {
            progress.accept(step.name());
            step.apply(canvas);
        }
        progress.accept("count");
        return canvas.finish();
    }

    private PaintOrder cleared(PaintOrder order) {
        if (!Clearing.isNeeded(order)) {
            return order;
        }
        progress.accept("remove");
        return Clearing.cleared(order, () -> progress.accept("remove"));
    }

    /** One station on the way of a canvas. */
    interface Step {
        /** A word for heartbeats. */
        String name();

        void apply(Canvas canvas);
    }
}
