package photoset.cpu.light;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import photoset.cpu.pixels.Lab;
import photoset.cpu.pixels.LinearRgb;

/**
 * Tells a surface with two paints (a green wall and a grey one) from one paint under changing light. Light drifts from
 * one colour to the other; two paints leave two heaps of chroma with next to nothing in between. Without this the
 * difference of the paints would be taken for light and kept.
 */
final class TwoPaints {
    /** Difference in a*b* below which one cannot be told from lamp and daylight on the same paint. */
    private static final double DISTANCE_MIN = 7;

    /** A smaller share is a picture on the wall or a fault of the mask. */
    private static final double SHARE_MIN = .08;

    /** Share of the cells in the middle third between both heaps; a drift would have about a third there. */
    private static final double BETWEEN_MAX = .12;

    /** Two-means on a line of sight stands still after a few rounds. */
    private static final int ROUNDS = 8;

    /** The luminance at which chroma is compared, so that shading does not count; L* 70. */
    private static final float COMMON_LUMINANCE = .4f;

    private final int[] cells;
    private final double[] a;
    private final double[] b;
    private double[] first;
    private double[] second;

    private TwoPaints(float[][] planes) {
        cells = lit(planes);
        a = new double[cells.length];
        b = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            var chroma = Lab.of(atLuminance(planes, cells[i], COMMON_LUMINANCE));
            a[i] = chroma.a();
            b[i] = chroma.b();
        }
        double[] mean = {mean(a), mean(b)};
        double[] axis = widest(mean);
        first = new double[] {mean[0] - axis[0], mean[1] - axis[1]};
        second = new double[] {mean[0] + axis[0], mean[1] + axis[1]};
    }

    private static int[] lit(float[][] planes) {
        int[] lit = new int[planes[0].length];
        int count = 0;
        for (int i = 0; i < lit.length; i++) {
            if (luminance(planes, i) > 0) {
                lit[count++] = i;
            }
        }
        return Arrays.copyOf(lit, count);
    }

    /** For each cell of colour sums whether it is of the second paint; empty if there is only one. */
    static Optional<boolean[]> in(float[][] planes) {
        var paints = new TwoPaints(planes);
        if (paints.cells.length == 0) {
            return Optional.empty();
        }
        for (int round = 0; round < ROUNDS; round++) {
            paints.settle();
        }
        return paints.areTwo() ? Optional.of(paints.seconds(planes[0].length)) : Optional.empty();
    }

    static float luminance(float[][] planes, int cell) {
        return LinearRgb.luminance(planes[0][cell], planes[1][cell], planes[2][cell]);
    }

    private static LinearRgb atLuminance(float[][] planes, int cell, float wanted) {
        float scale = wanted / luminance(planes, cell);
        return new LinearRgb(planes[0][cell] * scale, planes[1][cell] * scale, planes[2][cell] * scale);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** One standard deviation along the direction in which the chroma varies most. */
    private double[] widest(double[] mean) {
        double aa = 0;
        double ab = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            aa += (a[i] - mean[0]) * (a[i] - mean[0]);
            ab += (a[i] - mean[0]) * (b[i] - mean[1]);
            bb += (b[i] - mean[1]) * (b[i] - mean[1]);
        }
        double angle = .5 * Math.atan2(2 * ab, aa - bb);
        double variance = (aa + bb + Math.hypot(aa - bb, 2 * ab)) / 2 / Math.max(1, a.length);
        return new double[] {Math.sqrt(variance) * Math.cos(angle), Math.sqrt(variance) * Math.sin(angle)};
    }

    /** Position of a cell on the way from the first heap (0) to the second (1). */
    private double way(int i) {
        double da = second[0] - first[0];
        double db = second[1] - first[1];
        double square = da * da + db * db;
        return square == 0 ? 0 : ((a[i] - first[0]) * da + (b[i] - first[1]) * db) / square;
    }

    private void settle() {
        double[] sums = new double[6];
        for (int i = 0; i < a.length; i++) {
            int at = way(i) < .5 ? 0 : 3;
            sums[at] += a[i];
            sums[at + 1] += b[i];
            sums[at + 2]++;
        }
        if (sums[2] > 0 && sums[5] > 0) {
            first = new double[] {sums[0] / sums[2], sums[1] / sums[2]};
            second = new double[] {sums[3] / sums[5], sums[4] / sums[5]};
        }
    }

    private boolean areTwo() {
        double seconds = IntStream.range(0, a.length).filter(i -> way(i) >= .5).count();
        double between = IntStream.range(0, a.length)
                .filter(i -> way(i) > 1 / 3.0 && way(i) < 2 / 3.0)
                .count();
        double share = seconds / a.length;
        return Math.hypot(second[0] - first[0], second[1] - first[1]) >= DISTANCE_MIN
                && Math.min(share, 1 - share) >= SHARE_MIN
                && between / a.length <= BETWEEN_MAX;
    }

    private boolean[] seconds(int all) {
        boolean[] seconds = new boolean[all];
        for (int i = 0; i < cells.length; i++) {
            seconds[cells[i]] = way(i) >= .5;
        }
        return seconds;
    }
}
