package photoset.imaging;

/** Where something is: one byte a pixel, 0 (surely not) to 255 (surely), rows from the top. The array is shared. */
public final class Mask {
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

    /** The mask at another size, interpolated between the nearest four levels (pixel centres aligned). */
    public Mask scaledTo(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        var columns = Interpolation.of(newWidth, width);
        var rows = Interpolation.of(newHeight, height);
        byte[] scaled = new byte[Math.multiplyExact(newWidth, newHeight)];
        for (int y = 0; y < newHeight; y++) {
            int upper = rows.low(y) * width;
            int lower = rows.high(y) * width;
            for (int x = 0; x < newWidth; x++) {
                float top = columns.mix(x, at(upper + columns.low(x)), at(upper + columns.high(x)));
                float bottom = columns.mix(x, at(lower + columns.low(x)), at(lower + columns.high(x)));
                scaled[y * newWidth + x] = (byte) Math.round(rows.mix(y, top, bottom));
            }
        }
        return new Mask(newWidth, newHeight, scaled);
    }
}
