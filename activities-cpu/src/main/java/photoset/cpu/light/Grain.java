package photoset.cpu.light;

import java.util.Map;
import photoset.cpu.edges.PullPush;
import photoset.imaging.Blur;
import photoset.imaging.Mask;
import photoset.imaging.QuickSelect;
import photoset.imaging.Raster;
import photoset.imaging.regions.BitMask;

/**
 * Takes noise out of a surface's light and puts half of it back as grain, for dark surfaces that become light and
 * would show the noise of the sensor many times over. A local linear filter (Lee 1980; guided filter, He 2010, with the
 * photo as its own guide): where a window varies no more than noise does, its mean counts; where it varies more, the
 * pixel. On square roots of light, in which the noise of light has the same size everywhere (Anscombe 1948).
 */
public final class Grain {
    /** A window as wide as a radius of four pixels. */
    private static final int CELL_PX = 8;

    private static final int STEP_PX = 2;

    /** A camera smears its noise over neighbours when it filters and packs a photo; so far apart it is not alike. */
    private static final int LAG_PX = 3;

    /** By so much the noise may grow; more of it is taken away. */
    private static final float GAIN_KEPT = 1.6f;

    /** Without any a wall looks like plastic. */
    private static final float KEPT_MIN = .15f;

    /** By so much may a window's variance exceed the noise's by chance. */
    private static final float CHANCE = 1.5f;

    private static final float SIGMA_OF_MEDIAN = 1.4826f;

    /** Fewer samples in a window of nine cells, as a mean of them, tell nothing. */
    private static final float WEIGHT_MIN = 1;

    /** From this level on a mask has no doubt, and so far around. */
    private static final int SURE_MIN = 250;

    private static final int CLEAR_PX = 3;

    /** What is left of a root: factor x root + offset. */
    private enum Line {
        FACTOR,
        OFFSET
    }

    private final CellGrid grid;
    private final ChannelWeights weights;
    private final float[] factor;
    private final float[] offset;
    private final LightRow<Line> reader;
    private float noise;

    private Grain(CellGrid grid, ChannelWeights weights) {
        this.grid = grid;
        this.weights = weights;
        this.factor = new float[grid.cells()];
        this.offset = new float[grid.cells()];
        this.reader = grid.reader(Map.of(Line.FACTOR, factor, Line.OFFSET, offset));
    }

    /** Whether a surface whose luminance is multiplied by this needs it. */
    public static boolean isNeeded(float gain) {
        return gain > GAIN_KEPT;
    }

    /**
     * Learns the noise of a surface.
     *
     * @param weights what of a pixel is to lose its noise
     * @param gain by which its luminance will be multiplied at each pixel
     */
    public static Grain of(Raster photo, Mask share, ChannelWeights weights, Gain gain) {
        var grain = new Grain(new CellGrid(photo, Math.max(1, photo.pixels() / (CELL_PX * CELL_PX))), weights);
        float[] counts = grain.gather(photo, share);
        grain.noise = grain.noise(photo, SurfaceReference.inside(share));
        grain.fit(counts);
        grain.keep(gain);
        return grain;
    }

    /** Moves to a row of the photo. */
    public void row(int y) {
        reader.row(y);
    }

    /** The weighted sum of a pixel without its noise, at a column of the current row. */
    public float denoised(float sum, int x) {
        int start = reader.start(x);
        float share = reader.share(x);
        float kept = reader.at(start, share, Line.FACTOR);
        float root = kept * (float) Math.sqrt(sum) + reader.at(start, share, Line.OFFSET);
        // The square of a mean of roots lacks their variance, which is the noise that was taken out.
        return root * root + (1 - kept * kept) * noise;
    }

    /** Half of the squared difference of pixels beside each other, robustly. */
    private float noise(Raster photo, int[] inside) {
        float[] steps = new float[inside.length];
        int count = 0;
        for (int i : inside) {
            if (i % photo.width() < photo.width() - LAG_PX) {
                steps[count++] = Math.abs(root(photo, i + LAG_PX) - root(photo, i));
            }
        }
        float sigma = SIGMA_OF_MEDIAN * QuickSelect.at(.5, steps, count);
        return sigma * sigma / 2;
    }

    private float root(Raster photo, int index) {
        var light = photo.at(index);
        return (float) Math.sqrt(weights.sum(light.red(), light.green(), light.blue()));
    }

    /** How many samples of each cell lie inside the surface; sums of them and of their roots. */
    private float[] gather(Raster photo, Mask share) {
        float[] counts = new float[grid.cells()];
        int cell = grid.cellPx();
        for (int y = 0; y < photo.height(); y += STEP_PX) {
            for (int x = 0, i = y * photo.width(); x < photo.width(); x += STEP_PX, i += STEP_PX) {
                if (isInside(share, x, y)) {
                    float root = root(photo, i);
                    int at = y / cell * grid.columns() + x / cell;
                    counts[at]++;
                    factor[at] += root * root;
                    offset[at] += root;
                }
            }
        }
        return counts;
    }

    /** Clear of the edge, over which a lens mixes in what is beside the surface; what is as bright as that is no noise. */
    private static boolean isInside(Mask share, int x, int y) {
        int left = Math.max(0, x - CLEAR_PX);
        int right = Math.min(share.width() - 1, x + CLEAR_PX);
        int above = Math.max(0, y - CLEAR_PX) * share.width();
        int below = Math.min(share.height() - 1, y + CLEAR_PX) * share.width();
        int line = y * share.width();
        return share.at(line + x) >= SURE_MIN
                && share.at(line + left) >= SURE_MIN
                && share.at(line + right) >= SURE_MIN
                && share.at(above + x) >= SURE_MIN
                && share.at(below + x) >= SURE_MIN;
    }

    private void fit(float[] counts) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                float mean = offset[i] / counts[i];
                float variance = factor[i] / counts[i] - mean * mean;
                float trust = variance <= 0 ? 0 : Math.max(0, variance - CHANCE * noise) / variance;
                factor[i] = counts[i] * trust;
                offset[i] = counts[i] * (1 - trust) * mean;
            }
        }
        var blur = new Blur(grid.columns(), grid.rows());
        blur.box(factor, 1);
        blur.box(offset, 1);
        blur.box(counts, 1);
        spread(counts);
    }

    /** Cells at the edge of a surface take what the nearest inside have. */
    private void spread(float[] counts) {
        var known = new BitMask(grid.columns(), grid.rows());
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > WEIGHT_MIN) {
                known.add(i);
                factor[i] /= counts[i];
                offset[i] /= counts[i];
            }
        }
        // It takes three planes; the third is not read again.
        float[] all = PullPush.of(factor, offset, counts, known, known.inverse());
        boolean isAnyKnown = !known.isEmpty();
        for (int i = 0; i < counts.length; i++) {
            factor[i] = isAnyKnown ? all[i * PullPush.CHANNELS] : 1;
            offset[i] = isAnyKnown ? all[i * PullPush.CHANNELS + 1] : 0;
        }
    }

    /** Half of the noise stays as grain, more where it grows by less. */
    private void keep(Gain gain) {
        int cell = grid.cellPx();
        for (int i = 0; i < factor.length; i++) {
            float times = gain.at(i % grid.columns() * cell, i / grid.columns() * cell);
            float kept = Math.clamp(GAIN_KEPT / times, KEPT_MIN, 1);
            factor[i] = kept + (1 - kept) * factor[i];
            offset[i] = (1 - kept) * offset[i];
        }
    }

    /** By what luminance will be multiplied at a pixel. */
    public interface Gain {
        float at(int x, int y);
    }
}
