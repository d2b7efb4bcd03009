package photoset.cpu.light;

import org.jspecify.annotations.Nullable;
import photoset.imaging.LinearRgb;
import photoset.imaging.MinMaxFilter;
import photoset.imaging.QuickSelect;
import photoset.imaging.RgbPlanes;
import photoset.workflows.rendering.Finish;

/**
 * White light that a surface mirrors and that stays when its paint changes (dichromatic reflection, Shafer 1985), for each
 * cell of a grid. On a chromatic paint colour tells it: what of a cell points to white, beyond what the whole surface has.
 * On white, grey and black only form does: a bright spot narrower than the finish makes them.
 */
final class SpecularMap {
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

    /** Noise looks like sheen of so many of its deviations in one cell of forty. */
    private static final float CHANCE = 1;

    /** In sigmas of the smoothing. */
    private static final double APART = 4;

    /** Of a normal distribution: its deviation as a multiple of the median difference of two draws. */
    private static final float SIGMA_OF_STEPS = 1.0484f;

    private final SurfaceCells cells;
    private final References references;
    private final Finish finish;
    private final double sigma;
    private final float[] white;
    private final @Nullable RgbPlanes[] light;
    private final boolean[] formed;

    /**
     * Prepares for a surface.
     *
     * @param pixels of the photo
     */
    SpecularMap(SurfaceCells cells, References references, Finish finish, double pixels) {
        this.cells = cells;
        this.references = references;
        this.finish = finish;
        this.light = new @Nullable RgbPlanes[references.count()];
        this.formed = new boolean[references.count()];
        this.sigma = sigma(cells.grid(), pixels);
        this.white = new float[cells.grid().cells()];
    }

    /** The smoothing of what is found, in cells. */
    static double sigma(CellGrid grid, double pixels) {
        return Math.max(.7, SIGMA_PX * Math.sqrt(pixels / 1e6) / grid.cellPx());
    }

    /**
     * Linear light to take away before, and to add after a paint is exchanged, the same in every channel; by the colours
     * that the references have now. The array is the one of the call before.
     */
    float[] found() {
        for (int part = 0; part < references.count(); part++) {
            if (SpecularEstimate.isTold(references.color(part))) {
                byLine(part);
                formed[part] = false;
            } else if (degrees(references.color(part)) >= NEUTRAL_DEGREES) {
                byColor(part);
                formed[part] = false;
            } else if (finish != Finish.MATTE) {
                byForm(part);
            } else {
                clear(part);
            }
        }
        return white;
    }

    private void clear(int part) {
        for (int i = 0; i < white.length; i++) {
            white[i] = references.part(i) == part ? 0 : white[i];
        }
    }

    private static double degrees(LinearRgb color) {
        double sum = color.red() + color.green() + color.blue();
        return Math.toDegrees(Math.acos(Math.min(1, sum / (Math.sqrt(3) * length(color)))));
    }

    private static double length(LinearRgb color) {
        return Math.sqrt(color.red() * color.red() + color.green() * color.green() + color.blue() * color.blue());
    }

    /** Least squares in the basis of the paint's direction and white; the white part, in light for each channel. */
    private void byColor(int part) {
        var color = references.color(part);
        float[] counted = references.only(part, cells);
        var seen = light(part, counted);
        float[] red = seen.red();
        float[] green = seen.green();
        float[] blue = seen.blue();
        double length = length(color);
        double cosine = (color.red() + color.green() + color.blue()) / (Math.sqrt(3) * length);
        double per = 1 / (1 - cosine * cosine);
        float[] found = new float[white.length];
        for (int i = 0; i < found.length; i++) {
            double toWhite = (red[i] + green[i] + blue[i]) / Math.sqrt(3);
            double toPaint = (color.red() * red[i] + color.green() * green[i] + color.blue() * blue[i]) / length;
            found[i] = (float) ((toWhite - cosine * toPaint) * per / Math.sqrt(3));
        }
        float haze = percentile(found, counted, HAZE_PERCENTILE);
        for (int i = 0; i < found.length; i++) {
            if (references.part(i) == part) {
                float lit = seen.luminance(i) / references.luminance(part);
                float sure = Math.clamp((lit - SHADE) / (LIT - SHADE), 0f, 1f);
                white[i] = sure * Math.max(0, found[i] - Math.max(0, haze));
            }
        }
    }

    private void byLine(int part) {
        var estimate = new SpecularEstimate(references.color(part));
        float[] counted = references.only(part, cells);
        var seen = light(part, counted);
        float[] found = new float[white.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = estimate.in(seen.red()[i], seen.green()[i], seen.blue()[i]);
        }
        float chance = CHANCE * noise(found, counted);
        for (int i = 0; i < found.length; i++) {
            if (references.part(i) == part) {
                float sure = found[i] > chance ? 1 - chance * chance / (found[i] * found[i]) : 0;
                white[i] = sure * found[i];
            }
        }
    }

    /** The deviation of what is found, from cells so far apart that smoothing gave them nothing in common. */
    private float noise(float[] found, float[] counted) {
        int apart = (int) Math.ceil(APART * sigma);
        float[] steps = new float[found.length];
        int count = 0;
        for (int i = apart; i < found.length; i++) {
            if (counted[i] > 0 && counted[i - apart] > 0) {
                steps[count++] = Math.abs(found[i] - found[i - apart]);
            }
        }
        return count == 0 ? 0 : SIGMA_OF_STEPS * QuickSelect.at(.5, steps, count);
    }

    /** The smoothed light of a part, which stays when its colour is measured again. */
    private RgbPlanes light(int part, float[] counted) {
        var known = light[part];
        if (known == null) {
            known = cells.smooth(counted, sigma).of(cells.light());
            light[part] = known;
        }
        return known;
    }

    private static float percentile(float[] values, float[] counted, double share) {
        float[] chosen = new float[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (counted[i] > 0) {
                chosen[count++] = values[i];
            }
        }
        return QuickSelect.at(share, chosen, count);
    }

    /** The form does not change with the colour, so once is enough. */
    private void byForm(int part) {
        if (formed[part]) {
            return;
        }
        formed[part] = true;
        float[] counted = references.only(part, cells);
        float[] seen = cells.smooth(counted, sigma).of(cells::luminance);
        double reach = finish == Finish.GLOSS ? GLOSS_REACH : SATIN_REACH;
        float least = finish == Finish.GLOSS ? 1 : SATIN_SHARE;
        float[] without = within(JOINT_REACH).closed(seen, counted);
        without = within(reach).opened(without, counted);
        float[] spots = new float[white.length];
        for (int i = 0; i < spots.length; i++) {
            if (counted[i] > 0 && without[i] > 0) {
                float sure = (seen[i] / without[i] - SUN_MAX) / (SHEEN_SURE - SUN_MAX);
                float share = least + (1 - least) * Math.clamp(sure, 0f, 1f);
                spots[i] = share * Math.max(0, seen[i] - SPOT_FROM * without[i]);
            }
        }
        float[] smooth = cells.smooth(counted, reach(reach) / SOFTER).of(cell -> spots[cell]);
        for (int i = 0; i < white.length; i++) {
            if (references.part(i) == part) {
                white[i] = Math.min(smooth[i], Math.max(0, seen[i] - without[i]));
            }
        }
    }

    private MinMaxFilter within(double share) {
        return new MinMaxFilter(cells.grid().columns(), cells.grid().rows(), reach(share));
    }

    private int reach(double share) {
        return (int)
                Math.round(share * Math.max(cells.grid().columns(), cells.grid().rows()));
    }
}
