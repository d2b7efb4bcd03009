package photoset.cpu.paints;

import photoset.cpu.light.CellGrid;
import photoset.cpu.light.LightRow;
import photoset.cpu.light.SurfaceReference;
import photoset.cpu.pixels.Blur;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Ranks;
import photoset.cpu.pixels.Raster;

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

    /** By so much the noise may grow; more of it is taken away. */
    private static final float GAIN_KEPT = 1.6f;

    /** Without any a wall looks like plastic. */
    private static final float KEPT_MIN = .15f;

    /** By so much may a window's variance exceed the noise's by chance. */
    private static final float CHANCE = 1.5f;

    private static final float SIGMA_OF_MEDIAN = 1.4826f;

    /** Below it a window holds no surface. */
    private static final float WEIGHT_MIN = .05f;

    private final CellGrid grid;
    private final ChannelWeights weights;
    private final float[] factor;
    private final float[] offset;

    private Grain(CellGrid grid, ChannelWeights weights) {
        this.grid = grid;
        this.weights = weights;
        this.factor = new float[grid.cells()];
        this.offset = new float[grid.cells()];
    }

    /** Whether a surface whose luminance is multiplied by this needs it. */
    public static boolean isNeeded(float gain) {
        return gain > GAIN_KEPT;
    }

    /**
     * Learns the noise of a surface; the rows are read by {@link #calmed}.
     *
     * @param weights what of a pixel is to be calmed
     * @param gain by which its luminance will be multiplied at each pixel
     */
    public static LightRow of(Raster photo, Mask share, ChannelWeights weights, Gain gain) {
        var grain = new Grain(new CellGrid(photo, Math.max(1, photo.pixels() / (CELL_PX * CELL_PX))), weights);
        float[] counts = grain.gather(photo, share);
        grain.fit(counts, grain.noise(photo, SurfaceReference.inside(share)));
        grain.keep(counts, gain);
        return grain.grid.reader(grain.factor, grain.offset);
    }

    /** Half of the squared difference of neighbours, robustly. */
    private float noise(Raster photo, int[] inside) {
        float[] steps = new float[inside.length];
        int count = 0;
        for (int i : inside) {
            if (i % photo.width() < photo.width() - 1) {
                steps[count++] = Math.abs(root(photo, i + 1) - root(photo, i));
            }
        }
        float sigma = SIGMA_OF_MEDIAN * Ranks.at(.5, steps, count);
        return sigma * sigma / 2;
    }

    private float root(Raster photo, int index) {
        var light = photo.at(index);
        return (float) Math.sqrt(weights.sum(light.red(), light.green(), light.blue()));
    }

    private float[] gather(Raster photo, Mask share) {
        float[] counts = new float[grid.cells()];
        int cell = grid.cellPx();
        for (int y = 0; y < photo.height(); y += STEP_PX) {
            for (int x = 0, i = y * photo.width(); x < photo.width(); x += STEP_PX, i += STEP_PX) {
                if (share.at(i) > 127) {
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

    private void fit(float[] counts, float noise) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                float mean = offset[i] / counts[i];
                float variance = factor[i] / counts[i] - mean * mean;
                float trust = variance <= 0 ? 0 : Math.max(0, variance - CHANCE * noise) / variance;
                counts[i] = 1;
                factor[i] = trust;
                offset[i] = (1 - trust) * mean;
            }
        }
        var blur = new Blur(grid.columns(), grid.rows());
        blur.box(factor, 1);
        blur.box(offset, 1);
        blur.box(counts, 1);
    }

    private void keep(float[] counts, Gain gain) {
        int cell = grid.cellPx();
        for (int i = 0; i < counts.length; i++) {
            boolean known = counts[i] > WEIGHT_MIN;
            float times = gain.at(i % grid.columns() * cell, i / grid.columns() * cell);
            float kept = known ? Math.clamp(GAIN_KEPT / times, KEPT_MIN, 1) : 1;
            factor[i] = known ? kept + (1 - kept) * factor[i] / counts[i] : 1;
            offset[i] = known ? (1 - kept) * offset[i] / counts[i] : 0;
        }
    }

    /** By what luminance will be multiplied at a pixel. */
    public interface Gain {
        float at(int x, int y);
    }

    /** The weighted sum of a pixel without its noise, at a column of the current row. */
    public static float calmed(float sum, LightRow row, int x) {
        int start = row.start(x);
        float share = row.share(x);
        float root = row.at(start, share, 0) * (float) Math.sqrt(sum) + row.at(start, share, 1);
        return root * root;
    }
}
