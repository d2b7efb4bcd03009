package photoset.imaging.regions;

/** Distances in pixels over a grid, in two passes with steps of 1 and the square root of 2 (Borgefors 1986). */
public final class Distances {
    private static final float DIAGONAL = 1.4142135f;

    private Distances() {}

    /** Gives every place its distance from the nearest one that has 0. */
    public static void spread(float[] away, int columns) {
        int rows = away.length / columns;
        for (int y = 0; y < rows; y++) {
            for (int x = 0, i = y * columns; x < columns; x++, i++) {
                if (x > 0) {
                    nearer(away, i, i - 1, 1);
                }
                if (y > 0) {
                    nearer(away, i, i - columns, 1);
                    diagonals(away, i, i - columns, x, columns);
                }
            }
        }
        for (int y = rows - 1; y >= 0; y--) {
            for (int x = columns - 1, i = y * columns + x; x >= 0; x--, i--) {
                if (x < columns - 1) {
                    nearer(away, i, i + 1, 1);
                }
                if (y < rows - 1) {
                    nearer(away, i, i + columns, 1);
                    diagonals(away, i, i + columns, x, columns);
                }
            }
        }
    }

    private static void diagonals(float[] away, int i, int above, int x, int columns) {
        if (x > 0) {
            nearer(away, i, above - 1, DIAGONAL);
        }
        if (x < columns - 1) {
            nearer(away, i, above + 1, DIAGONAL);
        }
    }

    private static void nearer(float[] away, int i, int from, float step) {
        away[i] = Math.min(away[i], away[from] + step);
    }
}
