package photoset.cpu.surfaces;

import photoset.cpu.pixels.Raster;
import photoset.cpu.pixels.Srgb;

/** A square tile in linear light, and the same ever half as large, down to its mean. 16 bits a channel. */
final class Pyramid {
    private static final float SCALE = 65535;
    private static final float PER_STEP = 1 / SCALE;

    private final int side;
    private final short[][] levels;

    /** The tile's side must be a power of two. */
    Pyramid(Raster tile) {
        this.side = tile.width();
        if (Integer.bitCount(side) != 1 || tile.height() != side) {
            throw new IllegalArgumentException("A tile is square and its side a power of two.");
        }
        this.levels = new short[Integer.numberOfTrailingZeros(side) + 1][];
        levels[0] = new short[side * side * 3];
        for (int i = 0; i < levels[0].length; i++) {
            levels[0][i] = (short) (int) (Srgb.linear(tile.rgb()[i]) * SCALE + .5f);
        }
        for (int level = 1; level < levels.length; level++) {
            levels[level] = halved(levels[level - 1], side >> level);
        }
    }

    private static short[] halved(short[] large, int side) {
        short[] small = new short[side * side * 3];
        int line = side * 6;
        for (int y = 0, at = 0; y < side; y++) {
            for (int x = 0, from = 2 * y * line; x < side; x++, from += 3) {
                for (int channel = 0; channel < 3; channel++, at++, from++) {
                    int sum = (large[from] & 0xffff)
                            + (large[from + 3] & 0xffff)
                            + (large[from + line] & 0xffff)
                            + (large[from + line + 3] & 0xffff);
                    small[at] = (short) (sum + 2 >> 2);
                }
            }
        }
        return small;
    }

    int side() {
        return side;
    }

    int last() {
        return levels.length - 1;
    }

    /** Adds a share of the colour at a place in pixels of the whole tile, between the nearest four of a level. */
    void add(int level, double u, double v, float share, float[] rgb) {
        int mask = (side >> level) - 1;
        double scale = 1.0 / (1 << level);
        double x = u * scale - .5;
        double y = v * scale - .5;
        long column = (long) Math.floor(x);
        long row = (long) Math.floor(y);
        float right = (float) (x - column);
        float down = (float) (y - row) * share * PER_STEP;
        float up = share * PER_STEP - down;
        int left = (int) column & mask;
        int next = left + 1 & mask;
        int top = ((int) row & mask) * (mask + 1);
        int bottom = ((int) row + 1 & mask) * (mask + 1);
        short[] texels = levels[level];
        float rightUp = right * up;
        float rightDown = right * down;
        mix(texels, (top + left) * 3, up - rightUp, rgb);
        mix(texels, (top + next) * 3, rightUp, rgb);
        mix(texels, (bottom + left) * 3, down - rightDown, rgb);
        mix(texels, (bottom + next) * 3, rightDown, rgb);
    }

    private static void mix(short[] texels, int at, float share, float[] rgb) {
        rgb[0] += share * (texels[at] & 0xffff);
        rgb[1] += share * (texels[at + 1] & 0xffff);
        rgb[2] += share * (texels[at + 2] & 0xffff);
    }
}
