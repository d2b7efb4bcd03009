package photoset.gpu.lite;

import java.util.List;
import photoset.imaging.Plane;

/**
 * What the network said about one picture at two scales: the small one sees the room, the large one its edges. Log odds
 * are averaged, so that a scale which is sure outweighs one which is not; small things are read from the large one alone.
 */
final class MultiScaleLogits {
    /** Enough to say how much of a picture is what; a hundredth of the work of looking at every pixel. */
    private static final int GLANCE_SIDE = 64;

    private final Plane[] near;
    private final Plane[] far;
    private final int width;
    private final int height;

    /** Probabilities of all concepts at two scales; answers are given at {@code width} x {@code height}. */
    MultiScaleLogits(Plane[] near, Plane[] far, int width, int height) {
        this.near = near;
        this.far = far;
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Log odds of one concept for each pixel; the caller's own array. */
    float[] of(LiteManifest.Entry entry) {
        var logOdds = logOdds(near[entry.index()]);
        // Averaging costs lamps .10, grout .04, handles .03, frames .02 of their IoU on the samples.
        if (!entry.thin()) {
            average(logOdds, logOdds(far[entry.index()]));
        }
        return logOdds.resized(width, height).values();
    }

    /** At the size of the first, which has a quarter of the pixels that are asked for. */
    private static void average(Plane first, Plane second) {
        float[] sum = first.values();
        float[] other = second.resized(first.width(), first.height()).values();
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (sum[i] + other[i]) / 2;
        }
    }

    /** The probability of the likeliest of some concepts, on a grid of {@link #GLANCE_SIDE} columns and rows. */
    Plane glance(List<LiteManifest.Entry> entries) {
        var most = new float[GLANCE_SIDE * GLANCE_SIDE];
        for (var entry : entries) {
            for (int i = 0; i < most.length; i++) {
                float odds = Logits.of(glanced(near[entry.index()], i)) + Logits.of(glanced(far[entry.index()], i));
                most[i] = Math.max(most[i], Logits.probability(odds / 2));
            }
        }
        return new Plane(GLANCE_SIDE, GLANCE_SIDE, most);
    }

    private static float glanced(Plane plane, int i) {
        int x = (2 * (i % GLANCE_SIDE) + 1) * plane.width() / (2 * GLANCE_SIDE);
        int y = (2 * (i / GLANCE_SIDE) + 1) * plane.height() / (2 * GLANCE_SIDE);
        return plane.values()[y * plane.width() + x];
    }

    private static Plane logOdds(Plane probability) {
        var logOdds = new float[probability.values().length];
        for (int i = 0; i < logOdds.length; i++) {
            logOdds[i] = Logits.of(probability.values()[i]);
        }
        return new Plane(probability.width(), probability.height(), logOdds);
    }
}
