package photoset.cpu.light;

import photoset.cpu.surfaces.Linear;

/**
 * The even light on what lies behind a product, told from the product's shadow on it: a quadratic surface through the
 * logarithm of the luminance, fitted again and again without the places that are darker than it.
 */
public final class Backdrop {
    /** 1, x, y, xx, xy, yy. */
    private static final int TERMS = 6;

    /** Shadows are out after a few rounds; more change nothing. */
    private static final int ROUNDS = 6;

    /** Darker than the fit by this share is shadow and does not count in the next round. */
    private static final double SHADOW_FROM = .04;

    /** Darker is black, and its logarithm without meaning. */
    private static final double LUMINANCE_MIN = 1e-4;

    /** Keeps the fit solvable where only a strip of the backdrop is seen. */
    private static final double RIDGE = 1e-6;

    private final double[] terms;
    private final CellGrid grid;

    private Backdrop(CellGrid grid, double[] terms) {
        this.grid = grid;
        this.terms = terms;
    }

    /** The light on the surface that {@code seen} shows. */
    public static Backdrop of(LightField seen) {
        var lightest = new Backdrop(seen.grid(), new double[TERMS]);
        // Below everything, so that the first round counts every place.
        lightest.terms[0] = -1e9;
        var fit = lightest.fitted(seen);
        for (int round = 1; round < ROUNDS; round++) {
            fit = fit.fitted(seen);
        }
        return fit;
    }

    private Backdrop fitted(LightField seen) {
        double[][] normal = new double[TERMS][TERMS + 1];
        for (int cell = 0; cell < grid.cells(); cell++) {
            if (seen.isSeen(cell)) {
                double luminance = Math.log(Math.max(LUMINANCE_MIN, seen.luminance(cell)));
                double[] at = at(cell);
                if (luminance > log(at) - SHADOW_FROM) {
                    add(normal, at, luminance);
                }
            }
        }
        return new Backdrop(grid, solved(normal));
    }

    /** The luminance of the unshaded backdrop at a cell of the grid. */
    public float luminance(int cell) {
        return (float) Math.exp(log(at(cell)));
    }

    private double[] at(int cell) {
        int column = cell % grid.columns();
        int row = cell / grid.columns();
        double x = (2.0 * column + 1) / grid.columns() - 1;
        double y = (2.0 * row + 1) / grid.rows() - 1;
        return new double[] {1, x, y, x * x, x * y, y * y};
    }

    private double log(double[] at) {
        double sum = terms[0];
        for (int i = 1; i < TERMS; i++) {
            sum += terms[i] * at[i];
        }
        return sum;
    }

    private static void add(double[][] normal, double[] at, double value) {
        for (int row = 0; row < TERMS; row++) {
            for (int column = 0; column < TERMS; column++) {
                normal[row][column] += at[row] * at[column];
            }
            normal[row][TERMS] += at[row] * value;
        }
    }

    private static double[] solved(double[][] normal) {
        double ridge = RIDGE * (1 + normal[0][0]);
        for (int i = 0; i < TERMS; i++) {
            normal[i][i] += ridge;
        }
        return Linear.solve(normal);
    }
}
