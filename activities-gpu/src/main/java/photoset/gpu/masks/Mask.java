package photoset.gpu.masks;

import photoset.gpu.planes.Lerp;

/** How much of each pixel a concept covers: 8 bits, row by row, 255 surely, 0 surely not, at least 128 is decided "yes". */
public final class Mask {
    /** The least value that counts as covered. */
    public static final int COVERED = 128;

    private final int width;
    private final int height;
    private final byte[] alpha;

    /** A mask over {@code alpha}, which it keeps; {@code alpha.length} is {@code width * height}. */
    public Mask(int width, int height, byte[] alpha) {
        if (alpha.length != width * height) {
            throw new IllegalArgumentException(
                    "A mask of %d x %d has no %d bytes".formatted(width, height, alpha.length));
        }
        this.width = width;
        this.height = height;
        this.alpha = alpha;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The bytes themselves, not a copy. */
    public byte[] alpha() {
        return alpha;
    }

    /** Pixels that are covered. */
    public long area() {
        long covered = 0;
        for (byte value : alpha) {
            covered += (value & 0xff) >> 7;
        }
        return covered;
    }

    /** This mask at another size, bilinear on the alpha, so that a contour stays smooth when it grows. */
    public Mask resized(int toWidth, int toHeight) {
        var across = Lerp.between(width, toWidth);
        var down = Lerp.between(height, toHeight);
        var out = new byte[Math.multiplyExact(toWidth, toHeight)];
        var row = new int[width];
        for (int y = 0; y < toHeight; y++) {
            blend(down.low(y) * width, down.high(y) * width, down.parts(y), row);
            for (int x = 0, at = y * toWidth; x < toWidth; x++, at++) {
                out[at] = across.blended(row, x);
            }
        }
        return new Mask(toWidth, toHeight, out);
    }

    private void blend(int above, int below, int lower, int[] row) {
        for (int x = 0; x < row.length; x++) {
            int top = alpha[above + x] & 0xff;
            row[x] = (top << 8) + lower * ((alpha[below + x] & 0xff) - top);
        }
    }

    /** This mask as an 8-bit grey PNG; the same bytes for the same mask. */
    public byte[] png() {
        return GreyPng.encode(this);
    }
}
