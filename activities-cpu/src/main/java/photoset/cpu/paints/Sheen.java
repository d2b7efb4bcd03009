package photoset.cpu.paints;

import java.util.Arrays;
import photoset.cpu.pixels.LinearRgb;
import photoset.workflows.rendering.Finish;

/**
 * White light that a surface mirrors and that stays when its paint changes (dichromatic reflection, Shafer 1985), for each
 * cell of a grid. On a chromatic paint colour tells it: what of a cell points to white, beyond what the whole surface has.
 * On white, grey and black only form does: a bright spot narrower than the finish makes them.
 */
final class Sheen {
    /** Below this angle between paint and white their difference is noise. */
    private static final double NEUTRAL_DEGREES = 6;

    /** Smoothing of the colour before it is split, in pixels of a picture of 1 MP. */
    private static final double SIGMA_PX = 3;

    /** The haze that the whole surface has is taken for paint: this percentile of what points to white. */
    private static final double HAZE_PERCENTILE = .6;

    /** Half the width of the widest spot, in shares of the long side: lamps mirrored in gloss, a window in satin. */
    private static final double GLOSS_REACH = .055;

    private static final double SATIN_REACH = .12;

    /** A broad spot on satin may be a patch of sun: half of it counts, unless it is brighter than suns in rooms are. */
    private static final float SATIN_SHARE = .5f;

    private static final float SUN_MAX = 1.4f;

    private static final float SHEEN_SURE = 2.4f;

    /** What is this much brighter than around it is a spot and not the grain of the surface. */
    private static final float SPOT_FROM = 1.04f;

    /** Of the reach: finer than this is texture. */
    private static final double SOFTER = 6;

    /** Joints and dark planks narrower than this share of the long side do not end a bright spot. */
    private static final double JOINT_REACH = .02;

    /** Bluish light in a shadow points to white too; below the first share of the reference nothing is sheen. */
    private static final float SHADE = .55f;

    private static final float LIT = .85f;

    private final SurfaceCells cells;
    private final double sigma;
    private final float[] white;

    private Sheen(SurfaceCells cells, double pixels) {
        this.cells = cells;
        this.sigma =
                Math.max(.7, SIGMA_PX * Math.sqrt(pixels / 1e6) / cells.grid().cellPx());
        this.white = new float[cells.grid().cells()];
    }

    /** Linear light to take away before, and to add after a paint is exchanged, the same in every channel. */
    static float[] of(SurfaceCells cells, References references, Finish finish, double pixels) {
        var sheen = new Sheen(cells, pixels);
        for (int part = 0; part < references.count(); part++) {
            var color = references.color(part);
            if (degrees(color) >= NEUTRAL_DEGREES) {
                sheen.byColor(references, part);
            } else if (finish != Finish.MATTE) {
                sheen.byForm(references, part, finish);
            }
        }
        return sheen.white;
    }

    private static double degrees(LinearRgb color) {
        double sum = color.red() + color.green() + color.blue();
        return Math.toDegrees(Math.acos(Math.min(1, sum / (Math.sqrt(3) * length(color)))));
    }

    private static double length(LinearRgb color) {
        return Math.sqrt(color.red() * color.red() + color.green() * color.green() + color.blue() * color.blue());
    }

    /** Least squares in the basis of the paint's direction and white; the white part, in light for each channel. */
    private void byColor(References references, int part) {
        var color = references.color(part);
        float[] counted = references.only(part, cells);
        float[][] light = new float[3][];
        for (int channel = 0; channel < 3; channel++) {
            int at = channel;
            light[channel] = cells.smooth(cell -> cells.channel(at, cell), counted, sigma);
        }
        double length = length(color);
        double cosine = (color.red() + color.green() + color.blue()) / (Math.sqrt(3) * length);
        double per = 1 / (1 - cosine * cosine);
        float[] found = new float[white.length];
        for (int i = 0; i < found.length; i++) {
            double toWhite = (light[0][i] + light[1][i] + light[2][i]) / Math.sqrt(3);
            double toPaint =
                    (color.red() * light[0][i] + color.green() * light[1][i] + color.blue() * light[2][i]) / length;
            found[i] = (float) ((toWhite - cosine * toPaint) * per / Math.sqrt(3));
        }
        float haze = percentile(found, counted, HAZE_PERCENTILE);
        for (int i = 0; i < found.length; i++) {
            if (references.part(i) == part) {
                float lit = LinearRgb.luminance(light[0][i], light[1][i], light[2][i]) / references.luminance(part);
                float sure = Math.clamp((lit - SHADE) / (LIT - SHADE), 0f, 1f);
                white[i] = sure * Math.max(0, found[i] - Math.max(0, haze));
            }
        }
    }

    private static float percentile(float[] values, float[] counted, double share) {
        float[] sorted = new float[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (counted[i] > 0) {
                sorted[count++] = values[i];
            }
        }
        Arrays.sort(sorted, 0, count);
        return count == 0 ? 0 : sorted[(int) (share * (count - 1))];
    }

    private void byForm(References references, int part, Finish finish) {
        float[] counted = references.only(part, cells);
        float[] seen = cells.smooth(cells::luminance, counted, sigma);
        double reach = finish == Finish.GLOSS ? GLOSS_REACH : SATIN_REACH;
        float least = finish == Finish.GLOSS ? 1 : SATIN_SHARE;
        float[] without = new Extrema(cells.grid(), reach(JOINT_REACH)).closed(seen, counted);
        without = new Extrema(cells.grid(), reach(reach)).opened(without, counted);
        float[] spots = new float[white.length];
        for (int i = 0; i < spots.length; i++) {
            if (counted[i] > 0 && without[i] > 0) {
                float sure = (seen[i] / without[i] - SUN_MAX) / (SHEEN_SURE - SUN_MAX);
                float share = least + (1 - least) * Math.clamp(sure, 0f, 1f);
                spots[i] = share * Math.max(0, seen[i] - SPOT_FROM * without[i]);
            }
        }
        float[] smooth = cells.smooth(cell -> spots[cell], counted, reach(reach) / SOFTER);
        for (int i = 0; i < white.length; i++) {
            if (references.part(i) == part) {
                white[i] = Math.min(smooth[i], Math.max(0, seen[i] - without[i]));
            }
        }
    }

    private int reach(double share) {
        return (int)
                Math.round(share * Math.max(cells.grid().columns(), cells.grid().rows()));
    }
}
