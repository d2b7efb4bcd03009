package photoset.imaging;

import java.util.Arrays;

/**
 * Where something is: one byte a pixel, 0 (surely not) to 255 (surely), at least {@link #COVERED} where it is decided that
 * it is; rows from the top. The array is shared.
 */
public final class Mask {
    /** The least level that counts as covered. */
    public static final int COVERED = 128;

    private static final int WEIGHT_BITS = 11;

    private static final int HALF = 1 << (2 * WEIGHT_BITS - 1);

    private final int width;
    private final int height;
    private final byte[] levels;

    /** Wraps {@code levels}, which must have exactly {@code width * height} bytes. */
    public Mask(int width, int height, byte[] levels) {
        if (levels.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException("%d bytes are no %d x %d mask.".formatted(levels.length, width, height));
        }
        this.width = width;
        this.height = height;
        this.levels = levels;
    }

    /** A mask of nothing. */
    public static Mask empty(int width, int height) {
        return new Mask(width, height, new byte[Math.multiplyExact(width, height)]);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The bytes themselves. */
    public byte[] levels() {
        return levels;
    }

    /** The level at {@code index} (row * width + column), 0 to 255. */
    public int at(int index) {
        return levels[index] & 255;
    }

    /** The first pixel from {@code from} on with any level, or {@code end}; passes over nothing at the speed of memory. */
    public int next(int from, int end) {
        return FlatRuns.endOfNothing(levels, from, end);
    }

    /** How many pixels have at least this level. */
    public long count(int levelMin) {
        int below = 0;
        for (byte level : levels) {
            // The sign, without a branch, so that many are counted at once.
            below += ((level & 255) - levelMin) >>> 31;
        }
        return (long) levels.length - below;
    }

    /** Whether the pixel survives an erosion: every pixel of the square around it, cut at the border, has the level. */
    public boolean solid(int x, int y, int radius, int levelMin) {
        for (int row = Math.max(0, y - radius); row <= Math.min(height - 1, y + radius); row++) {
            for (int column = Math.max(0, x - radius); column <= Math.min(width - 1, x + radius); column++) {
                if (at(row * width + column) < levelMin) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How many pixels are covered. */
    public long area() {
        return count(COVERED);
    }

    /**
     * The mask at another size, interpolated between the nearest four levels (pixel centres aligned) and rounded once.
     * Weights have {@link #WEIGHT_BITS} bits, as OpenCV's for bytes: two of them and a level just fit an int.
     */
    public Mask resized(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        var columns = Interpolation.of(newWidth, width);
        var rows = Interpolation.of(newHeight, height);
        int[] weights = new int[newWidth];
        for (int x = 0; x < newWidth; x++) {
            weights[x] = weight(columns, x);
        }
        byte[] resized = new byte[Math.multiplyExact(newWidth, newHeight)];
        int[] ends = ends(columns, width);
        int[] line = new int[width];
        for (int y = 0, at = 0; y < newHeight; y++) {
            mixLines(rows.low(y) * width, rows.high(y) * width, weight(rows, y), line);
            for (int x = 0; x < newWidth; ) {
                int left = line[columns.low(x)];
                int step = line[columns.high(x)] - left;
                int end = step == 0 ? ends[flatTo(line, columns.high(x))] : x + 1;
                int sum = (left << WEIGHT_BITS) + weights[x] * step;
                // Nearly all of a mask is flat, and most of that is nothing, which is there already.
                if (sum >= HALF) {
                    Arrays.fill(resized, at, at + end - x, (byte) ((sum + HALF) >> (2 * WEIGHT_BITS)));
                }
                at += end - x;
                x = end;
            }
        }
        return new Mask(newWidth, newHeight, resized);
    }

    /** The last place of a line up to which it stays as it is at one. */
    private static int flatTo(int[] line, int from) {
        int to = from;
        while (to + 1 < line.length && line[to + 1] == line[from]) {
            to++;
        }
        return to;
    }

    /** For each place of the coarse axis where the fine positions end that reach no farther. */
    private static int[] ends(Interpolation axis, int coarse) {
        int[] ends = new int[coarse];
        int fine = 0;
        for (int at = 0; at < coarse; at++) {
            while (fine < axis.length() && axis.high(fine) <= at) {
                fine++;
            }
            ends[at] = fine;
        }
        return ends;
    }

    private static int weight(Interpolation axis, int at) {
        return Math.round(axis.share(at) * (1 << WEIGHT_BITS));
    }

    private void mixLines(int above, int below, int weight, int[] line) {
        for (int x = 0; x < line.length; x++) {
            int top = at(above + x);
            line[x] = (top << WEIGHT_BITS) + weight * (at(below + x) - top);
        }
    }
}
