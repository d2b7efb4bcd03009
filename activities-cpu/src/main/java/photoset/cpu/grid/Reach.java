package photoset.cpu.grid;

import java.util.Arrays;

/** Grows fields of yes and no. */
public final class Reach {
    private static final int STRIPE = 256;

    private Reach() {}

    /**
     * Everything at most {@code reach} nodes away along both axes. Windows grow to twice their width by joining two
     * neighbours, so that even a far reach takes a few passes over whole lines.
     */
    public static boolean[] square(boolean[] field, int columns, int reach) {
        int rows = field.length / columns;
        boolean[] grown = new boolean[field.length];
        boolean[] line = new boolean[columns + 2 * reach];
        boolean[] next = new boolean[columns + 2 * reach];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(field, row * columns, line, reach, columns);
            along(line, next, reach, 1);
            System.arraycopy(line, 0, grown, row * columns, columns);
            Arrays.fill(line, columns, columns + 2 * reach, false);
            Arrays.fill(line, 0, reach, false);
        }
        for (int column = 0; column < columns; column += STRIPE) {
            down(grown, columns, column, reach);
        }
        return grown;
    }

    /** Columns side by side, as many as stay in the cache. */
    private static void down(boolean[] field, int columns, int first, int reach) {
        int rows = field.length / columns;
        int width = Math.min(STRIPE, columns - first);
        boolean[] stripe = new boolean[(rows + 2 * reach) * width];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(field, row * columns + first, stripe, (row + reach) * width, width);
        }
        along(stripe, new boolean[stripe.length], reach, width);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(stripe, row * width, field, row * columns + first, width);
        }
    }

    /** Each value becomes that of itself or of any of the {@code 2 * reach} that follow at this distance. */
    private static void along(boolean[] line, boolean[] next, int reach, int distance) {
        int wanted = 2 * reach + 1;
        for (int width = 1; width < wanted; ) {
            int step = Math.min(width, wanted - width);
            join(line, next, step * distance);
            System.arraycopy(next, 0, line, 0, line.length);
            width += step;
        }
    }

    @SuppressWarnings("ShortCircuitBoolean") // A branch for each node would keep it from joining many at once.
    private static void join(boolean[] from, boolean[] to, int distance) {
        int last = from.length - distance;
        for (int i = 0; i < last; i++) {
            to[i] = from[i] | from[i + distance];
        }
        System.arraycopy(from, last, to, last, distance);
    }
}
