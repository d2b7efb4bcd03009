package photoset.imaging;

import java.util.Arrays;

/** Smoothing of one float plane in place; outside its border the plane goes on with the border's values. */
public final class Blur {
    /** Three boxes are within 3 % of a Gaussian (central limit). */
    private static final int BOXES = 3;

    /** Lines that are worked on at once. */
    private static final int LINES = 4;

    /** Beyond, a Gaussian has less than a fortieth of its middle. */
    private static final double KERNEL_SIGMAS = 2.5;

    private final int width;
    private final int height;
    private final float[] source;
    private final float[] line;
    private final float[] sum;

    public Blur(int width, int height) {
        this.line = new float[width];
        this.sum = new float[width];
        this.width = width;
        this.height = height;
        this.source = new float[width * height];
    }

    /** Approximates a Gaussian by boxes whose variances sum up to its own. */
    public void gaussian(float[] plane, double sigma) {
        // A box of radius r has the variance ((2r+1)^2 - 1) / 12.
        int radius = (int) Math.round((Math.sqrt(12 * sigma * sigma / BOXES + 1) - 1) / 2);
        for (int box = 0; box < BOXES; box++) {
            box(plane, radius);
        }
    }

    /** Convolves with a Gaussian itself, cut off at both ends: for a sigma of about a pixel, which no box comes near. */
    public void convolve(float[] plane, double sigma) {
        float[] kernel = kernel(sigma);
        int reach = kernel.length / 2;
        int[] starts = new int[kernel.length];
        Arrays.setAll(starts, k -> k);
        float[] padded = new float[width + 2 * reach];
        for (int y = 0; y < height; y++) {
            int start = y * width;
            Arrays.fill(padded, 0, reach, plane[start]);
            System.arraycopy(plane, start, padded, reach, width);
            Arrays.fill(padded, reach + width, padded.length, plane[start + width - 1]);
            weigh(kernel, padded, starts, plane, start);
        }
        System.arraycopy(plane, 0, source, 0, width * height);
        for (int y = 0; y < height; y++) {
            for (int k = 0; k < kernel.length; k++) {
                starts[k] = Math.clamp(y + k - reach, 0, height - 1) * width;
            }
            weigh(kernel, source, starts, plane, y * width);
        }
    }

    private static float[] kernel(double sigma) {
        int reach = (int) Math.ceil(KERNEL_SIGMAS * sigma);
        double[] exact = new double[2 * reach + 1];
        double sum = 0;
        for (int k = 0; k < exact.length; k++) {
            exact[k] = Math.exp(-(k - reach) * (k - reach) / (2 * sigma * sigma));
            sum += exact[k];
        }
        float[] kernel = new float[exact.length];
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] = (float) (exact[k] / sum);
        }
        return kernel;
    }

    /** One line as the weighted sum of the lines that begin at {@code starts}. */
    private void weigh(float[] kernel, float[] from, int[] starts, float[] plane, int to) {
        Arrays.fill(sum, 0);
        for (int k = 0; k < kernel.length; k++) {
            System.arraycopy(from, starts[k], line, 0, width);
            add(kernel[k], line, sum);
        }
        System.arraycopy(sum, 0, plane, to, width);
    }

    /** Of whole arrays and in a method of its own, in which the compiler takes several columns at once. */
    private static void add(float weight, float[] line, float[] sum) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += weight * line[x];
        }
    }

    /** The mean of the square of side {@code 2 * radius + 1} around each pixel. */
    public void box(float[] plane, int radius) {
        if (radius < 1) {
            return;
        }
        for (int y = 0; y < height; y += LINES) {
            along(plane, y, radius);
        }
        down(plane, radius);
    }

    /** From the plane to the source. Lines at once, since a sliding sum waits for itself: one alone takes as long. */
    private void along(float[] plane, int top, int radius) {
        // At the lower border the last line is there more than once.
        int[] starts = new int[LINES];
        Arrays.setAll(starts, i -> Math.min(height - 1, top + i) * width);
        double sum = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = -radius; i <= radius; i++) {
            int at = Math.clamp(i, 0, width - 1);
            sum += plane[starts[0] + at];
            second += plane[starts[1] + at];
            third += plane[starts[2] + at];
            fourth += plane[starts[3] + at];
        }
        float share = 1f / (2 * radius + 1);
        for (int i = 0; i < width; i++) {
            int entering = Math.min(width - 1, i + radius + 1);
            int leaving = Math.max(0, i - radius);
            source[starts[0] + i] = (float) sum * share;
            source[starts[1] + i] = (float) second * share;
            source[starts[2] + i] = (float) third * share;
            source[starts[3] + i] = (float) fourth * share;
            sum += plane[starts[0] + entering] - plane[starts[0] + leaving];
            second += plane[starts[1] + entering] - plane[starts[1] + leaving];
            third += plane[starts[2] + entering] - plane[starts[2] + leaving];
            fourth += plane[starts[3] + entering] - plane[starts[3] + leaving];
        }
    }

    /**
     * From the source to the plane. Slides the sums of all columns at once: a column by itself would touch another cache line
     * at every step.
     */
    private void down(float[] plane, int radius) {
        double[] sums = new double[width];
        float[] leaving = new float[width];
        for (int i = -radius; i <= radius; i++) {
            System.arraycopy(source, Math.clamp(i, 0, height - 1) * width, line, 0, width);
            add(line, sums);
        }
        float share = 1f / (2 * radius + 1);
        for (int y = 0; y < height; y++) {
            scale(sums, share, sum);
            System.arraycopy(sum, 0, plane, y * width, width);
            System.arraycopy(source, Math.min(height - 1, y + radius + 1) * width, line, 0, width);
            System.arraycopy(source, Math.max(0, y - radius) * width, leaving, 0, width);
            move(line, leaving, sums);
        }
    }

    private static void add(float[] line, double[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += line[x];
        }
    }

    private static void scale(double[] sums, float share, float[] means) {
        for (int x = 0; x < sums.length; x++) {
            means[x] = (float) sums[x] * share;
        }
    }

    private static void move(float[] entering, float[] leaving, double[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += entering[x] - leaving[x];
        }
    }
}
