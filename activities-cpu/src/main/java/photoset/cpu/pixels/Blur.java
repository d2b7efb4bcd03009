package photoset.cpu.pixels;

/** Smoothing of one float plane in place; outside its border the plane goes on with the border's values. */
public final class Blur {
    /** Three boxes are within 3 % of a Gaussian (central limit). */
    private static final int BOXES = 3;

    private final int width;
    private final int height;
    private final float[] line;

    public Blur(int width, int height) {
        this.width = width;
        this.height = height;
        this.line = new float[Math.max(width, height)];
    }

    /** Approximates a Gaussian by boxes whose variances sum up to its own. */
    public void gaussian(float[] plane, double sigma) {
        // A box of radius r has the variance ((2r+1)^2 - 1) / 12.
        int radius = (int) Math.round((Math.sqrt(12 * sigma * sigma / BOXES + 1) - 1) / 2);
        for (int box = 0; box < BOXES; box++) {
            box(plane, radius);
        }
    }

    /** The mean of the square of side {@code 2 * radius + 1} around each pixel. */
    public void box(float[] plane, int radius) {
        if (radius < 1) {
            return;
        }
        for (int y = 0; y < height; y++) {
            line(plane, y * width, 1, width, radius);
        }
        for (int x = 0; x < width; x++) {
            line(plane, x, width, height, radius);
        }
    }

    private void line(float[] plane, int start, int stride, int length, int radius) {
        for (int i = 0; i < length; i++) {
            line[i] = plane[start + i * stride];
        }
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += line[Math.clamp(i, 0, length - 1)];
        }
        float share = 1f / (2 * radius + 1);
        for (int i = 0; i < length; i++) {
            plane[start + i * stride] = (float) sum * share;
            sum += line[Math.min(length - 1, i + radius + 1)] - line[Math.max(0, i - radius)];
        }
    }
}
