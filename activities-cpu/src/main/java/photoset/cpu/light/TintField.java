package photoset.cpu.light;

import java.util.Arrays;
import photoset.cpu.pixels.Blur;
import photoset.cpu.pixels.Interpolation;
import photoset.cpu.pixels.LinearRgb;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;
import photoset.cpu.pixels.Srgb;

/**
 * The wanted colour under the light of each place: the target times the smoothed colour of the light (bluish in a
 * shadow, yellow by a lamp), brought back to the target's luminance. Kept on a coarse grid, since light changes slowly
 * and noise must not come through; interpolating between colours of one luminance keeps that luminance.
 */
public final class TintField {
    /** At most so many cells in the grid: fine enough for a smoothing of 3 cells, coarse enough to cost nothing. */
    private static final int CELLS = 250_000;

    /** Samples across a cell; nine a cell, smoothed over some thirty cells, leave no noise. */
    private static final int SAMPLES_ACROSS = 3;

    /** Smoothing in pixels of a picture of 1 MP. */
    private static final double SIGMA_PX = 6;

    /** What is outside is another surface or a specular spot, not the colour of a light in a room. */
    private static final float TINT_MIN = .6f;

    private static final float TINT_MAX = 1.6f;

    /** A surface that reflects less than this of a colour tells nothing about that colour in its light. */
    private static final float CHANNEL_MIN = .05f;

    private final int columns;
    private final int rows;
    private final int cell;
    private final float[][] colors;

    private TintField(Raster photo) {
        this.cell = (int) Math.ceil(Math.sqrt((double) photo.pixels() / CELLS));
        this.columns = (photo.width() + cell - 1) / cell;
        this.rows = (photo.height() + cell - 1) / cell;
        this.colors = new float[3][columns * rows];
    }

    /** The target everywhere, whatever the light. */
    public static TintField plain(Raster photo, LinearRgb target) {
        var field = new TintField(photo);
        field.fill(target);
        return field;
    }

    /**
     * The target under the photo's light.
     *
     * @param surface the surface's own colour as {@link SurfaceReference} found it
     * @param target what to paint, and how much of the light's tint to keep
     */
    public static TintField of(Raster photo, Mask share, LinearRgb surface, Target target) {
        var field = new TintField(photo);
        var sums = field.sums(photo, share);
        double sigma = SIGMA_PX * Math.sqrt(photo.pixels() / 1e6) / field.cell;
        var second = TwoPaints.in(sums);
        if (second.isEmpty()) {
            field.smooth(sums, sigma);
            field.tint(sums, surface, target);
        } else {
            field.tintBoth(sums, second.get(), sigma, target);
        }
        return field;
    }

    /**
     * What to paint.
     *
     * @param keepLight 0: the colour everywhere, 1: the light's whole tint
     */
    public record Target(LinearRgb color, float keepLight) {}

    private void fill(LinearRgb target) {
        Arrays.fill(colors[0], target.red());
        Arrays.fill(colors[1], target.green());
        Arrays.fill(colors[2], target.blue());
    }

    private float[][] sums(Raster photo, Mask share) {
        float[][] sums = new float[3][columns * rows];
        byte[] rgb = photo.rgb();
        byte[] levels = share.levels();
        int step = Math.max(1, cell / SAMPLES_ACROSS);
        for (int y = 0; y < photo.height(); y += step) {
            int row = y / cell * columns;
            for (int x = 0, pixel = y * photo.width(); x < photo.width(); x += step, pixel += step) {
                if (levels[pixel] != 0) {
                    int at = row + x / cell;
                    float weight = levels[pixel] & 255;
                    sums[0][at] += weight * Srgb.linear(rgb[pixel * 3]);
                    sums[1][at] += weight * Srgb.linear(rgb[pixel * 3 + 1]);
                    sums[2][at] += weight * Srgb.linear(rgb[pixel * 3 + 2]);
                }
            }
        }
        return sums;
    }

    // No division by the smoothed weights is needed: they cancel in the ratio of colour to luminance.
    private void smooth(float[][] sums, double sigma) {
        var blur = new Blur(columns, rows);
        for (float[] plane : sums) {
            blur.gaussian(plane, sigma);
        }
    }

    private void tint(float[][] light, LinearRgb surface, Target target) {
        var tint = new Tint(surface, target);
        for (int i = 0; i < colors[0].length; i++) {
            tint.apply(light, i, colors);
        }
    }

    /** Each paint's cells against that paint; where neither is, the nearer one counts. */
    private void tintBoth(float[][] sums, boolean[] second, double sigma, Target target) {
        float[][] firstLight = only(sums, second, false);
        float[][] secondLight = only(sums, second, true);
        var firstTint = new Tint(mean(firstLight), target);
        var secondTint = new Tint(mean(secondLight), target);
        smooth(firstLight, sigma);
        smooth(secondLight, sigma);
        for (int i = 0; i < second.length; i++) {
            boolean painted = TwoPaints.luminance(sums, i) > 0;
            boolean nearer = TwoPaints.luminance(secondLight, i) > TwoPaints.luminance(firstLight, i);
            if (painted ? second[i] : nearer) {
                secondTint.apply(secondLight, i, colors);
            } else {
                firstTint.apply(firstLight, i, colors);
            }
        }
    }

    private static float[][] only(float[][] sums, boolean[] second, boolean wanted) {
        float[][] mine = new float[3][second.length];
        for (int i = 0; i < second.length; i++) {
            if (second[i] == wanted) {
                mine[0][i] = sums[0][i];
                mine[1][i] = sums[1][i];
                mine[2][i] = sums[2][i];
            }
        }
        return mine;
    }

    private static LinearRgb mean(float[][] light) {
        double[] sums = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            for (float value : light[channel]) {
                sums[channel] += value;
            }
        }
        double scale = 1 / (sums[0] + sums[1] + sums[2]);
        return new LinearRgb((float) (sums[0] * scale), (float) (sums[1] * scale), (float) (sums[2] * scale));
    }

    /** From a colour under some light to the target under that light. */
    private static final class Tint {
        private final Target target;
        private final float red;
        private final float green;
        private final float blue;

        Tint(LinearRgb surface, Target target) {
            float luminance = surface.luminance();
            this.target = target;
            this.red = luminance / Math.max(surface.red(), CHANNEL_MIN * luminance);
            this.green = luminance / Math.max(surface.green(), CHANNEL_MIN * luminance);
            this.blue = luminance / Math.max(surface.blue(), CHANNEL_MIN * luminance);
        }

        void apply(float[][] light, int i, float[][] colors) {
            float luminance = TwoPaints.luminance(light, i);
            float share = luminance > 0 ? target.keepLight() : 0;
            float perLight = luminance > 0 ? 1 / luminance : 0;
            var color = target.color();
            float r = color.red() * tint(light[0][i] * perLight * red, share);
            float g = color.green() * tint(light[1][i] * perLight * green, share);
            float b = color.blue() * tint(light[2][i] * perLight * blue, share);
            float sum = LinearRgb.luminance(r, g, b);
            float scale = sum > 0 ? color.luminance() / sum : 0;
            colors[0][i] = r * scale;
            colors[1][i] = g * scale;
            colors[2][i] = b * scale;
        }

        private static float tint(float ratio, float share) {
            return 1 + share * (Math.clamp(ratio, TINT_MIN, TINT_MAX) - 1);
        }
    }

    /** A reader for a picture of the size that the field was made for. */
    public Reader reader(Raster photo) {
        return new Reader(Interpolation.of(photo.width(), columns, cell), Interpolation.of(photo.height(), rows, cell));
    }

    /** Reads row by row: first the grid is interpolated down to a row of cells, then along it. */
    public final class Reader {
        private final Interpolation across;
        private final Interpolation down;
        private final float[] line = new float[columns * 3];

        private Reader(Interpolation across, Interpolation down) {
            this.across = across;
            this.down = down;
        }

        public void row(int y) {
            int above = down.low(y) * columns;
            int below = down.high(y) * columns;
            for (int column = 0, at = 0; column < columns; column++) {
                for (float[] plane : colors) {
                    line[at++] = down.mix(y, plane[above + column], plane[below + column]);
                }
            }
        }

        /** The wanted colour at column {@code x} of the row, into {@code rgb}. */
        public void color(int x, float[] rgb) {
            int low = across.low(x) * 3;
            int high = across.high(x) * 3;
            rgb[0] = across.mix(x, line[low], line[high]);
            rgb[1] = across.mix(x, line[low + 1], line[high + 1]);
            rgb[2] = across.mix(x, line[low + 2], line[high + 2]);
        }
    }
}
