package photoset.cpu.prints;

import java.util.Arrays;
import photoset.cpu.edges.Grid;
import photoset.imaging.Mask;
import photoset.imaging.MinMaxFilter;
import photoset.imaging.Raster;
import photoset.imaging.regions.BitMask;

/**
 * Tells the ink of a print from the paint of the body that it lies on. A network draws a blob around a text; where the ground
 * in it is the body's own paint, that gets a new color as the rest of the body does, and the ink alone stays. A label with a
 * ground of its own stays whole.
 */
public final class PrintedInk {
    private static final int ALL = 255;

    /** Lengths in cells of the network, by which its masks are off: how far beyond the mask ink is looked for. */
    private static final double BEYOND = 2;

    /** The strips on both sides of the mask's rim that are compared begin and end so far from it. */
    private static final double STRIP_FROM = 1.5;

    private static final double STRIP_TO = 6;

    /** The window in which the body's light under the print is the mean of what is seen of it. */
    private static final double LIGHT_SIGMA = 8;

    /** The window in which the strongest ink is looked for: wider than the soft edge of a stroke. */
    private static final double STROKE = 1.2;

    /** In cube roots of light: less is the body's own paint, its texture and noise included. */
    private static final float SAME_PAINT = .07f;

    /** Paint that differs by more on both sides of the mask's rim is a ground of its own. */
    private static final float STEP_MAX = .018f;

    /** Less of the mask than this in the body's paint is no ground with letters on it. */
    private static final double GROUND_MIN = .35;

    /** Shares of the strongest ink nearby up to which a pixel is ground, and from which it is all ink. */
    private static final float NONE = .12f;

    private static final float FULL = .8f;

    private final Raster photo;
    private final Grid grid;

    /** For the prints of one photo. */
    public PrintedInk(Raster photo) {
        this.photo = photo;
        this.grid = Grid.over(photo);
    }

    /**
     * What a print and its body become.
     *
     * @param ink what is to be kept as it is: ink alone, or all of the print
     * @param body the body with the ground of the print, less the share of ink in each pixel
     */
    public record Parted(Mask ink, Mask body) {}

    /**
     * Parts one print from its body; neither mask is changed.
     *
     * @param print the mask of a text or logo
     * @param body the mask of what is painted, with or without the print
     * @param others what is neither, as other protected things
     */
    public Parted part(Mask print, Mask body, Mask others) {
        var parted = new Parted(copy(print), copy(body));
        for (var box : PrintBox.of(grid, print, px(STRIP_TO + BEYOND))) {
            part(new PrintWindow(photo, box, print, body, others), parted);
        }
        return parted;
    }

    private static Mask copy(Mask mask) {
        return new Mask(mask.width(), mask.height(), mask.levels().clone());
    }

    private int px(double cells) {
        return Math.max(2, (int) Math.round(cells * grid.cellPx()));
    }

    private void part(PrintWindow window, Parted parted) {
        int reach = px(LIGHT_SIGMA);
        var around = window.spread(window.body(), Math.max(reach, Math.max(window.columns(), window.rows()) / 4.0));
        var ground = same(window, around, window.print());
        if (ground.count() < GROUND_MIN * window.print().count() || hasOwnGround(window, ground)) {
            return;
        }
        var known = window.body().or(ground);
        var light = window.spread(known, reach);
        var where = window.print().grown(px(BEYOND)).and(window.print().or(window.body()));
        float[] ink = ink(window, light, where);
        for (int at = where.next(0); at < window.size(); at = where.next(at + 1)) {
            int pixel = window.pixel(at);
            int share = Math.round(ALL * ink[at]);
            boolean printed = window.print().has(at);
            int all = printed ? ALL : parted.body().at(pixel);
            parted.body().levels()[pixel] = (byte) Math.min(all, ALL - share);
            if (printed || share == ALL) {
                parted.ink().levels()[pixel] = (byte) (share == ALL ? ALL : 0);
            }
        }
    }

    private static BitMask same(PrintWindow window, float[][] light, BitMask where) {
        var same = new BitMask(window.columns(), window.rows());
        for (int at = where.next(0); at < window.size(); at = where.next(at + 1)) {
            if (window.apart(light, at) < SAME_PAINT) {
                same.add(at);
            }
        }
        return same;
    }

    /** Whether the paint inside the mask's rim differs from that outside, however little. */
    private boolean hasOwnGround(PrintWindow window, BitMask ground) {
        var print = window.print();
        var inside = ground.and(print.inverse().grown(px(STRIP_TO)))
                .without(print.inverse().grown(px(STRIP_FROM)));
        var outside = window.body().and(print.grown(px(STRIP_TO))).without(print.grown(px(STRIP_FROM)));
        if (inside.isEmpty() || outside.isEmpty()) {
            return false;
        }
        var beside = window.spread(outside, px(STRIP_TO));
        float[][] differences = new float[3][inside.count()];
        int count = 0;
        for (int at = inside.next(0); at < window.size(); at = inside.next(at + 1)) {
            float[] difference = window.difference(beside, at);
            if (!Float.isNaN(difference[0])) {
                for (int channel = 0; channel < 3; channel++) {
                    differences[channel][count] = difference[channel];
                }
                count++;
            }
        }
        double step = 0;
        for (float[] values : differences) {
            float[] sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            step = Math.hypot(step, count == 0 ? 0 : sorted[count / 2]);
        }
        return step > STEP_MAX;
    }

    /** The share of ink in each pixel: how far it is on the way from the ground's light to that of the ink nearby. */
    private float[] ink(PrintWindow window, float[][] light, BitMask where) {
        float[] apart = new float[window.size()];
        for (int at = where.next(0); at < apart.length; at = where.next(at + 1)) {
            float difference = window.apart(light, at);
            apart[at] = Float.isInfinite(difference) ? 0 : difference;
        }
        float[] strongest = apart.clone();
        new MinMaxFilter(window.columns(), window.rows(), px(STROKE)).greatest(strongest);
        float[] ink = new float[apart.length];
        for (int at = 0; at < ink.length; at++) {
            if (strongest[at] >= SAME_PAINT) {
                ink[at] = Math.clamp((apart[at] / strongest[at] - NONE) / (FULL - NONE), 0f, 1f);
            }
        }
        return ink;
    }
}
