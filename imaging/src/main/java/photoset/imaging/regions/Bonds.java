package photoset.imaging.regions;

/**
 * Which neighbors belong together, for every pixel of masks of one shape.
 *
 * @param right pixels that belong together with the next one of their row; none is the last of its row
 * @param down pixels that belong together with the one below
 */
public record Bonds(BitMask right, BitMask down) {
    /** Asked of pixels that share a side. */
    public interface Pair {
        boolean holds(int pixel, int beside);
    }

    /** Asks for every pair once. */
    public static Bonds of(int columns, int rows, Pair pair) {
        var right = new BitMask(columns, rows);
        var down = new BitMask(columns, rows);
        for (int pixel = 0; pixel < columns * rows; pixel++) {
            if (pixel % columns < columns - 1 && pair.holds(pixel, pixel + 1)) {
                right.add(pixel);
            }
            if (pixel + columns < columns * rows && pair.holds(pixel, pixel + columns)) {
                down.add(pixel);
            }
        }
        return new Bonds(right, down);
    }

    /** Whether two pixels that share a side belong together. */
    public boolean holds(int pixel, int beside) {
        int first = Math.min(pixel, beside);
        return Math.abs(pixel - beside) == right.columns() ? down.has(first) : right.has(first);
    }
}
