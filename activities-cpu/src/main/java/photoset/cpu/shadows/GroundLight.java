package photoset.cpu.shadows;

import java.util.Arrays;
import photoset.cpu.light.LightField;
import photoset.cpu.surfaces.Linear;

/**
 * The light on the ground around a product's foot as it would be without the product: a plane through the logarithm of the
 * luminance of the ground beyond the band, fitted again and again without what is much darker, which is shadow or stands
 * there, and without what is much lighter. And the ground's usual colour, by which things are told from shadows on it.
 */
final class GroundLight {
    /** 1, x, y. */
    private static final int TERMS = 3;

    /** Shadows and things are out after a few rounds; more change nothing. */
    private static final int ROUNDS = 6;

    /** Darker than the fit by this, as a logarithm, does not count in the next round; nor what is lighter by the other. */
    private static final double DARKER_MAX = .10;

    private static final double LIGHTER_MAX = .35;

    /** Darker is black, and its logarithm without meaning. */
    static final double LUMINANCE_MIN = 1e-3;

    /** Keeps the fit solvable where only a strip of the ground is seen. */
    private static final double RIDGE = 1e-6;

    /** The ground that is looked at, in widths of the band beyond the foot. */
    private static final double AROUND = 5;

    /** Fewer cells say nothing of the ground. */
    private static final int CELLS_MIN = 30;

    /** Shadows move the shares of red and blue by less; so do grounds of two colours, whose spread is added. */
    private static final double COLOR_MAX = .05;

    private static final double SPREADS = 2.5;

    private final LightField seen;
    private final double[] terms;
    private final double[] usual;
    private final double[] tolerance;

    private GroundLight(LightField seen, double[] terms, double[] usual, double[] tolerance) {
        this.seen = seen;
        this.terms = terms;
        this.usual = usual;
        this.tolerance = tolerance;
    }

    /** The light around a foot; {@code null} is no answer, so it says itself whether it {@link #isKnown}. */
    static GroundLight around(Foot foot, LightField seen) {
        int[] cells = cells(foot, seen);
        if (cells.length < CELLS_MIN) {
            return new GroundLight(seen, new double[0], new double[2], new double[2]);
        }
        double[][] shares = new double[2][cells.length];
        for (int i = 0; i < cells.length; i++) {
            double[] share = share(seen, cells[i]);
            shares[0][i] = share[0];
            shares[1][i] = share[1];
        }
        double[] usual = {median(shares[0]), median(shares[1])};
        double[] tolerance = {spread(shares[0], usual[0]), spread(shares[1], usual[1])};
        var ground = new GroundLight(seen, new double[] {typical(seen, cells), 0, 0}, usual, tolerance);
        for (int round = 0; round < ROUNDS; round++) {
            ground = ground.fitted(cells);
        }
        return ground;
    }

    private static int[] cells(Foot foot, LightField seen) {
        var grid = seen.grid();
        int around = (int) Math.ceil(AROUND * foot.reach());
        int left = Math.max(0, foot.left() - around);
        int right = Math.min(grid.columns() - 1, foot.right() + around);
        int bottom = Math.min(grid.rows() - 1, foot.bottom() + around);
        int[] cells = new int[grid.cells()];
        int count = 0;
        for (int row = Math.max(0, (int) (foot.top() - foot.reach())); row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                int cell = row * grid.columns() + column;
                if (seen.isSeen(cell) && foot.away(foot.nearest(column, row), column, row) > foot.reach()) {
                    cells[count++] = cell;
                }
            }
        }
        return Arrays.copyOf(cells, count);
    }

    boolean isKnown() {
        return terms.length > 0;
    }

    /** Whether a cell has the ground's colour, be it in shadow or not. */
    boolean isGround(int cell) {
        double[] share = share(seen, cell);
        return Math.abs(share[0] - usual[0]) <= tolerance[0] && Math.abs(share[1] - usual[1]) <= tolerance[1];
    }

    /** The share of the light that is missing at a cell, negative where it is lighter than the ground. */
    double missing(int cell) {
        return 1 - Math.max(LUMINANCE_MIN, seen.luminance(cell)) / Math.exp(log(at(cell)));
    }

    private GroundLight fitted(int[] cells) {
        double[][] normal = new double[TERMS][TERMS + 1];
        for (int cell : cells) {
            double luminance = Math.log(Math.max(LUMINANCE_MIN, seen.luminance(cell)));
            double[] at = at(cell);
            double off = luminance - log(at);
            if (off > -DARKER_MAX && off < LIGHTER_MAX && isGround(cell)) {
                add(normal, at, luminance);
            }
        }
        double ridge = RIDGE * (1 + normal[0][0]);
        for (int i = 0; i < TERMS; i++) {
            normal[i][i] += ridge;
        }
        return normal[0][0] < CELLS_MIN ? this : new GroundLight(seen, Linear.solve(normal), usual, tolerance);
    }

    private static double typical(LightField seen, int[] cells) {
        return median(Arrays.stream(cells)
                .mapToDouble(cell -> Math.log(Math.max(LUMINANCE_MIN, seen.luminance(cell))))
                .toArray());
    }

    private double[] at(int cell) {
        var grid = seen.grid();
        int row = cell / grid.columns();
        double x = (2.0 * (cell % grid.columns()) + 1) / grid.columns() - 1;
        double y = (2.0 * row + 1) / grid.rows() - 1;
        return new double[] {1, x, y};
    }

    private double log(double[] at) {
        return terms[0] + terms[1] * at[1] + terms[2] * at[2];
    }

    /** Of red and blue in the sum of all three. */
    private static double[] share(LightField seen, int cell) {
        float[] rgb = new float[3];
        seen.color(cell, rgb);
        double sum = Math.max(3 * LUMINANCE_MIN, rgb[0] + rgb[1] + rgb[2]);
        return new double[] {rgb[0] / sum, rgb[2] / sum};
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double spread(double[] values, double middle) {
        return COLOR_MAX
                + SPREADS
                        * median(Arrays.stream(values)
                                .map(value -> Math.abs(value - middle))
                                .toArray());
    }

    private static void add(double[][] normal, double[] at, double value) {
        for (int row = 0; row < TERMS; row++) {
            for (int column = 0; column < TERMS; column++) {
                normal[row][column] += at[row] * at[column];
            }
            normal[row][TERMS] += at[row] * value;
        }
    }
}
