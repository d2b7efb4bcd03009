package photoset.cpu.light;

import photoset.imaging.Blur;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;

/**
 * The light on a surface without the surface's own drawing: the luminance over that of its well lit part, smoothed by a
 * guided filter (He, Sun, Tang 2013) on itself. Old grain and grout are fainter or thinner than what the filter keeps; the
 * edges of cast shadows are not. The light's colour changes slowly and is smoothed evenly.
 */
public final class Shading {
    /** Radius of the filter in shares of the grid's width. */
    private static final double RADIUS = .022;

    /** What differs by less than this, in natural logarithms of light, is drawing: a seventh. */
    private static final float DRAWING = .14f;

    /** Darker is noise. */
    private static final float LUMINANCE_MIN = .002f;

    /** Outside is another paint or a specular spot, not the colour of a light in a room. */
    private static final float TINT_MIN = .8f;

    private static final float TINT_MAX = 1.25f;

    /**
     * On a surface whose own colour is this far from grey white sheen and bounced light look like coloured light; from the
     * second value on nothing can be told any more.
     */
    private static final float COLOURED_FROM = .2f;

    private static final float COLOURED_TO = .45f;

    /** A surface that reflects less than this share of a colour tells nothing about that colour in its light. */
    private static final float CHANNEL_MIN = .05f;

    private final LightSums sums;
    private final LightField seen;
    private final CellGrid grid;
    private final Blur blur;
    private final int radius;

    private Shading(Raster photo, Mask share) {
        this.sums = LightSums.of(photo, share);
        this.seen = sums.smoothed(0);
        this.grid = seen.grid();
        this.blur = new Blur(grid.columns(), grid.rows());
        this.radius = (int) Math.max(1, Math.round(RADIUS * grid.columns()));
    }

    /**
     * The factors of red, green and blue, around 1 at the well lit part.
     *
     * @param surface what the surface shows there
     * @param keepLight how much of the light's colour stays, 0 to 1
     */
    public static ColorRow of(Raster photo, Mask share, LinearRgb surface, double keepLight) {
        var shading = new Shading(photo, share);
        float[] light = shading.light(Math.max(LUMINANCE_MIN, surface.luminance()));
        double sigma = RADIUS * photo.width();
        return shading.grid.reader(
                new Tint(surface, (float) keepLight * trust(surface)).times(light, shading.sums.smoothed(sigma)));
    }

    /** How much of what looks like coloured light is believed, 0 to 1. */
    private static float trust(LinearRgb surface) {
        float luminance = Math.max(LUMINANCE_MIN, surface.luminance());
        float most = Math.max(surface.red(), Math.max(surface.green(), surface.blue())) / luminance - 1;
        float least = 1 - Math.min(surface.red(), Math.min(surface.green(), surface.blue())) / luminance;
        return Math.clamp((COLOURED_TO - Math.max(most, least)) / (COLOURED_TO - COLOURED_FROM), 0f, 1f);
    }

    private float[] light(float reference) {
        float[] weight = new float[grid.cells()];
        float[] log = new float[grid.cells()];
        float[] square = new float[grid.cells()];
        for (int i = 0; i < log.length; i++) {
            if (seen.isSeen(i)) {
                weight[i] = 1;
                log[i] = (float) Math.log(Math.max(LUMINANCE_MIN, seen.luminance(i)) / reference);
                square[i] = log[i] * log[i];
            }
        }
        return filtered(log, square, weight);
    }

    private float[] filtered(float[] log, float[] square, float[] weight) {
        float[] mean = log.clone();
        float[] near = weight.clone();
        blur.box(mean, radius);
        blur.box(square, radius);
        blur.box(near, radius);
        float[] slope = new float[log.length];
        float[] offset = new float[log.length];
        for (int i = 0; i < log.length; i++) {
            if (weight[i] > 0) {
                float middle = mean[i] / near[i];
                float variance = Math.max(0, square[i] / near[i] - middle * middle);
                slope[i] = variance / (variance + DRAWING * DRAWING);
                offset[i] = middle * (1 - slope[i]);
            }
        }
        blur.box(slope, radius);
        blur.box(offset, radius);
        float[] light = new float[log.length];
        for (int i = 0; i < log.length; i++) {
            light[i] = weight[i] > 0 ? (float) Math.exp((slope[i] * log[i] + offset[i]) / near[i]) : 1;
        }
        return light;
    }

    /** The colour of the light against that at the well lit part, at unchanged luminance. */
    private record Tint(LinearRgb surface, float keepLight) {
        RgbPlanes times(float[] light, LightField around) {
            var factors = RgbPlanes.black(light.length);
            float[] color = new float[3];
            for (int i = 0; i < light.length; i++) {
                around.color(i, color);
                tint(color);
                float scale = light[i] / LinearRgb.luminance(color[0], color[1], color[2]);
                factors.red()[i] = color[0] * scale;
                factors.green()[i] = color[1] * scale;
                factors.blue()[i] = color[2] * scale;
            }
            return factors;
        }

        private void tint(float[] color) {
            float light = LinearRgb.luminance(color[0], color[1], color[2]);
            color[0] = ratio(color[0], light, surface.red());
            color[1] = ratio(color[1], light, surface.green());
            color[2] = ratio(color[2], light, surface.blue());
        }

        private float ratio(float value, float light, float own) {
            if (light < LUMINANCE_MIN || surface.luminance() < LUMINANCE_MIN) {
                return 1;
            }
            float share = Math.max(CHANNEL_MIN, own / surface.luminance());
            return 1 + keepLight * (Math.clamp(value / light / share, TINT_MIN, TINT_MAX) - 1);
        }
    }
}
