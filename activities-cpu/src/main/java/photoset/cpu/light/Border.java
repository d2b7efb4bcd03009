package photoset.cpu.light;

import java.util.Arrays;

/**
 * Where two patches of a surface meet, and whether it is paint or light that changes there. Light in a room keeps to a
 * line of colours (daylight to lamp light) and leaves some of itself in every shadow; its edges are slanted or soft.
 * Paint changes anywhere in colour, and between two neutral paints along a corner, which is upright in a photo of a room.
 */
final class Border {
    /** No shadow in a room is deeper than this ratio of luminances: walls light each other. */
    private static final double SHADOW_MAX = Math.log(8);

    /** Two walls in the same paint, one turned from the window, differ by less. */
    private static final double CORNER_MAX = Math.log(2.8);

    /** Lamp and daylight on the same paint differ by no more along their line, and by no more across it. */
    private static final double LIGHT_ALONG_MAX = .75;

    private static final double LIGHT_ACROSS_MAX = .13;

    /** From 6500 K to 4000 K in linear sRGB: ln(R/G) rises, ln(B/G) falls (Planck's law, CIE 1931). */
    private static final double WARM_RED = .54;

    private static final double WARM_BLUE = -.84;

    /** A change of the light's colour by so much comes with a change of luminance. */
    private static final double TINT_ALONE = .25;

    private static final double DIM_LITTLE = Math.log(1.8);

    /** A corner leans by less than this, in cells across for each cell down: a camera tilted by five degrees. */
    private static final double LEAN_MAX = .09;

    private static final double CROOKED_MAX = 1.5;

    /** A corner goes from one rim of the surface to the other, but for what stands before it. */
    private static final double HEIGHT_MIN = .8;

    private static final int SAMPLES_MIN = 6;

    private final SurfaceLogs logs;
    private int count;
    private double[] luminance = new double[64];
    private double[] red = new double[64];
    private double[] blue = new double[64];
    private double[] across = new double[64];
    private double[] down = new double[64];

    Border(SurfaceLogs logs) {
        this.logs = logs;
    }

    /** Notes one place: a cell on either side, clear of the edge, and where the edge is. */
    void add(int one, int other, int x, int y) {
        if (count == luminance.length) {
            luminance = Arrays.copyOf(luminance, 2 * count);
            red = Arrays.copyOf(red, 2 * count);
            blue = Arrays.copyOf(blue, 2 * count);
            across = Arrays.copyOf(across, 2 * count);
            down = Arrays.copyOf(down, 2 * count);
        }
        luminance[count] = logs.luminance(one) - logs.luminance(other);
        red[count] = logs.redGreen(one) - logs.redGreen(other);
        blue[count] = logs.blueGreen(one) - logs.blueGreen(other);
        across[count] = x;
        down[count++] = y;
    }

    /** Whether the paints differ; {@code height} is how many rows of cells the two patches span together. */
    boolean isPaint(int height) {
        if (count < SAMPLES_MIN) {
            return false;
        }
        double step = Math.abs(median(luminance));
        return isPaint(step, median(red), median(blue)) || (step > CORNER_MAX && isUpright(height));
    }

    /** Whether no light makes this difference: logarithms of luminance, R/G and B/G. */
    static boolean isPaint(double luminance, double red, double blue) {
        double along = Math.abs(WARM_RED * red + WARM_BLUE * blue);
        double off = Math.abs(WARM_RED * blue - WARM_BLUE * red);
        double step = Math.abs(luminance);
        return off > LIGHT_ACROSS_MAX
                || along > LIGHT_ALONG_MAX
                || step > SHADOW_MAX
                || (along > TINT_ALONE && step < DIM_LITTLE);
    }

    private double median(double[] values) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[count / 2];
    }

    /** A straight line through the places, fitted by least squares, across as a function of down. */
    private boolean isUpright(int height) {
        double meanX = Arrays.stream(across, 0, count).average().orElse(0);
        double meanY = Arrays.stream(down, 0, count).average().orElse(0);
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < count; i++) {
            xy += (across[i] - meanX) * (down[i] - meanY);
            yy += (down[i] - meanY) * (down[i] - meanY);
        }
        double lean = yy == 0 ? 1 : xy / yy;
        double[] off = new double[count];
        for (int i = 0; i < count; i++) {
            off[i] = Math.abs(across[i] - meanX - lean * (down[i] - meanY));
        }
        double reach = Arrays.stream(down, 0, count).max().orElse(0)
                - Arrays.stream(down, 0, count).min().orElse(0)
                + 1;
        return Math.abs(lean) < LEAN_MAX && median(off) < CROOKED_MAX && reach > HEIGHT_MIN * height;
    }
}
