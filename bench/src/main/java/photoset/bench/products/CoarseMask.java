package photoset.bench.products;

import java.util.Random;
import photoset.imaging.Mask;
import photoset.imaging.Plane;

/**
 * A mask as a network draws it: at half of a long side of 512, its contour swaying by about a cell over some cells. On
 * rendered products the bundled network's contours are off by 1 to 1.5 pixels of 1280 (median), 3 to 6 (95th percentile);
 * these are by 1.4 and 3.5.
 */
public final class CoarseMask {
    private static final double LONG_SIDE = 256;

    /** Samples across a cell. */
    private static final int SAMPLES = 5;

    /** Cells from one turn of the contour to the next. */
    private static final int SWAY_CELLS = 4;

    /** Standard deviation of the sway, in cells. */
    private static final double SWAY = .6;

    private final Mask truth;
    private final int columns;
    private final int rows;
    private final Plane across;
    private final Plane down;

    private CoarseMask(Mask truth, Random random) {
        this.truth = truth;
        double cell = Math.max(truth.width(), truth.height()) / LONG_SIDE;
        this.columns = (int) Math.round(truth.width() / cell);
        this.rows = (int) Math.round(truth.height() / cell);
        this.across = sway(random);
        this.down = sway(random);
    }

    /** Of what is known, at its size; the same seed gives the same mask. */
    public static Mask of(Mask truth, long seed) {
        var coarse = new CoarseMask(truth, new Random(seed));
        var levels = new byte[coarse.columns * coarse.rows];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) coarse.mean(i);
        }
        return new Mask(coarse.columns, coarse.rows, levels).resized(truth.width(), truth.height());
    }

    private Plane sway(Random random) {
        int width = columns / SWAY_CELLS + 1;
        int height = rows / SWAY_CELLS + 1;
        float[] turns = new float[width * height];
        for (int i = 0; i < turns.length; i++) {
            turns[i] = (float) (SWAY * random.nextGaussian());
        }
        return new Plane(width, height, turns).resized(columns, rows);
    }

    private long mean(int cell) {
        double left = cell % columns + across.values()[cell];
        int line = cell / columns;
        double top = line + down.values()[cell];
        double sum = 0;
        for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
            double x = left + (sample % SAMPLES + .5) / SAMPLES;
            int sampleLine = sample / SAMPLES;
            double y = top + (sampleLine + .5) / SAMPLES;
            int column = (int) Math.clamp(x * truth.width() / columns, 0, truth.width() - 1);
            int row = (int) Math.clamp(y * truth.height() / rows, 0, truth.height() - 1);
            sum += truth.at(row * truth.width() + column);
        }
        return Math.round(sum / (SAMPLES * SAMPLES));
    }
}
