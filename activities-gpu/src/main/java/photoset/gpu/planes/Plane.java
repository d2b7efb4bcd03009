package photoset.gpu.planes;

/** One number per pixel, row by row. Not safe for use by several threads while it is written. */
public final class Plane {
    private final int width;
    private final int height;
    private final float[] values;

    /** A plane over {@code values}, which it keeps; {@code values.length} is {@code width * height}. */
    public Plane(int width, int height, float[] values) {
        if (values.length != width * height) {
            throw new IllegalArgumentException(
                    "A plane of %d x %d has no %d values".formatted(width, height, values.length));
        }
        this.width = width;
        this.height = height;
        this.values = values;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The values themselves, not a copy. */
    public float[] values() {
        return values;
    }

    /** This plane at another size, bilinear with pixel centres at halves, as image libraries do. */
    public Plane resized(int toWidth, int toHeight) {
        if (toWidth == width && toHeight == height) {
            return this;
        }
        var across = Lerp.between(width, toWidth);
        var down = Lerp.between(height, toHeight);
        var out = new float[toWidth * toHeight];
        var row = new float[width];
        for (int y = 0; y < toHeight; y++) {
            int above = down.low(y) * width;
            int below = down.high(y) * width;
            float lower = down.share(y);
            for (int x = 0; x < width; x++) {
                row[x] = values[above + x] + lower * (values[below + x] - values[above + x]);
            }
            stretch(row, across, out, y * toWidth);
        }
        return new Plane(toWidth, toHeight, out);
    }

    private static void stretch(float[] row, Lerp across, float[] out, int at) {
        for (int x = 0; x < across.length(); x++) {
            float left = row[across.low(x)];
            out[at + x] = left + across.share(x) * (row[across.high(x)] - left);
        }
    }
}
