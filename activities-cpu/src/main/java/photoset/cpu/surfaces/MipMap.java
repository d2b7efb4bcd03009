package photoset.cpu.surfaces;

import photoset.cpu.materials.MaterialTile;
import photoset.imaging.Srgb;

/**
 * A square tile in linear light, and the same ever half as large, down to its mean. A texel is one long of three fields of
 * 21 bits: 13 for the value (in the dark a step is less than half a level of sRGB) and 8 to multiply with a share, so that
 * one multiplication does for red, green and blue.
 */
final class MipMap {
    /** The largest value of a field. */
    static final int WHITE = 8191;

    /** Shares and places within a texel are counted in parts of this. */
    static final int PARTS = 256;

    private static final int BITS = 8;
    private static final int FIELD = 21;
    private static final long VALUES = ((long) WHITE << (2 * FIELD)) | ((long) WHITE << FIELD) | WHITE;
    private static final long HALVES = (128L << (2 * FIELD)) | (128L << FIELD) | 128;
    private static final long TWOS = (2L << (2 * FIELD)) | (2L << FIELD) | 2;

    private final int side;
    private final double widthCm;
    private final double heightCm;
    private final long[][] levels;

    /** The tile's side must be a power of two. */
    MipMap(MaterialTile tile) {
        byte[] rgb = tile.picture().rgb();
        this.side = tile.picture().width();
        this.widthCm = tile.widthCm();
        this.heightCm = tile.heightCm();
        if (Integer.bitCount(side) != 1 || tile.picture().height() != side) {
            throw new IllegalArgumentException("A tile is square and its side a power of two.");
        }
        this.levels = new long[Integer.numberOfTrailingZeros(side) + 1][];
        levels[0] = new long[size(side)];
        for (int y = 0, from = 0; y < side; y++) {
            for (int x = 0; x < side; x++, from += 3) {
                levels[0][line(y, side) + column(x)] =
                        (value(rgb[from + 2]) << (2 * FIELD)) | (value(rgb[from + 1]) << FIELD) | value(rgb[from]);
            }
        }
        for (int level = 1; level < levels.length; level++) {
            levels[level] = halved(levels[level - 1], side >> level);
        }
    }

    /** A level is kept in blocks of four by four texels, so that neighbours in any direction are neighbours in memory. */
    private static int size(int side) {
        return Math.max(16, side * side);
    }

    private static int line(int y, int side) {
        return (y >> 2) * side * 4 + (y & 3) * 4;
    }

    private static int column(int x) {
        return (x >> 2) * 16 + (x & 3);
    }

    private static long value(byte encoded) {
        return (long) (Srgb.linear(encoded) * WHITE + .5f);
    }

    private static long[] halved(long[] large, int side) {
        long[] small = new long[size(side)];
        for (int y = 0; y < side; y++) {
            int upper = line(2 * y, 2 * side);
            int lower = line(2 * y + 1, 2 * side);
            for (int x = 0; x < side; x++) {
                int left = column(2 * x);
                int right = column(2 * x + 1);
                long sum = large[upper + left] + large[upper + right] + large[lower + left] + large[lower + right];
                small[line(y, side) + column(x)] = ((sum + TWOS) >>> 2) & VALUES;
            }
        }
        return small;
    }

    double perCmX() {
        return side / widthCm;
    }

    double perCmY() {
        return side / heightCm;
    }

    int last() {
        return levels.length - 1;
    }

    /** The tile as it is at a level: 0 whole, each next one half as wide. */
    Level level(int level) {
        return new Level(levels[level], (side >> level) - 1);
    }

    /**
     * One size of the tile.
     *
     * @param mask its side less one
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Level(long[] texels, int mask) {
        /** The texels around a place in parts of a texel, mixed. */
        long at(int u, int v) {
            int x = (u >> BITS) & mask;
            int y = (v >> BITS) & mask;
            int left = column(x);
            int next = column((x + 1) & mask);
            int top = line(y, mask + 1);
            int bottom = line((y + 1) & mask, mask + 1);
            int right = u & (PARTS - 1);
            return mix(
                    mix(texels[top + left], texels[top + next], right),
                    mix(texels[bottom + left], texels[bottom + next], right),
                    v & (PARTS - 1));
        }
    }

    /** Two texels, the second with a share of {@link #PARTS}. */
    static long mix(long first, long second, int share) {
        return ((first * (PARTS - share) + second * share + HALVES) >>> BITS) & VALUES;
    }

    /** Adds what up to 256 texels summed up to, each with this weight. */
    static void unpack(long sum, float weight, float[] rgb, int at) {
        rgb[at] = weight * (sum & ((1 << FIELD) - 1));
        rgb[at + 1] = weight * ((sum >>> FIELD) & ((1 << FIELD) - 1));
        rgb[at + 2] = weight * (sum >>> (2 * FIELD));
    }
}
