package photoset.imaging;

/** One number a pixel, rows from the top. The array is shared. Not for several threads while it is written. */
public final class Plane {
    private final int width;
    private final int height;
    private final float[] values;

    /** Wraps {@code values}, which must have exactly {@code width * height}. */
    public Plane(int width, int height, float[] values) {
        if (values.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(
                    "%d values are no %d x %d plane.".formatted(values.length, width, height));
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

    /** The values themselves. */
    public float[] values() {
        return values;
    }

    /** The plane at another size, bilinear (pixel centres aligned), as image libraries do without antialiasing. */
    public Plane resized(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        var columns = Interpolation.of(newWidth, width);
        var rows = Interpolation.of(newHeight, height);
        var resized = new float[Math.multiplyExact(newWidth, newHeight)];
        var line = new float[width];
        for (int y = 0, at = 0; y < newHeight; y++) {
            rows.mixLines(y, values, line);
            for (int x = 0; x < newWidth; x++, at++) {
                resized[at] = columns.mix(x, line[columns.low(x)], line[columns.high(x)]);
            }
        }
        return new Plane(newWidth, newHeight, resized);
    }
}
