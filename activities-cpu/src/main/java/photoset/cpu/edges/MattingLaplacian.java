package photoset.cpu.edges;

import java.util.Arrays;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.imaging.regions.BitMask;

/**
 * The matting Laplacian of the unknown pixels, from windows of 3 x 3: a matte is a linear function of colour in each. The
 * known pixels are taken out of the unknowns and into the right side, which is the limit of a large trimap weight.
 */
final class MattingLaplacian {
    /** Regularises a window's covariance, in squares of linear light, in which lenses mix: the noise of a photo. */
    private static final float EPSILON = 1e-5f;

    /** How much an unknown pixel clings to the refined mask; only where colours say nothing does it count. */
    private static final float PRIOR = .002f;

    private static final int WINDOW = 9;

    /** Two pixels of a window are at most two apart along each axis. */
    private static final int SPAN = 5;

    private static final int NEIGHBOURS = SPAN * SPAN;

    private final int width;
    private final int height;
    private final byte[] rgb;
    private final int[] pixels;
    private final int[] numbers;
    private final float[] rows;
    private final double[] right;
    private final double[] start;
    private final float[] window = new float[WINDOW * 3];
    private final float[] weighted = new float[WINDOW * 3];

    MattingLaplacian(Raster photo, Mask mask, BitMask unknown) {
        this.width = photo.width();
        this.height = photo.height();
        this.rgb = photo.rgb();
        this.numbers = new int[unknown.size()];
        this.pixels = numbered(unknown);
        this.rows = new float[pixels.length * NEIGHBOURS];
        this.right = new double[pixels.length];
        this.start = new double[pixels.length];
        windows(unknown);
        for (int i = 0; i < pixels.length; i++) {
            start[i] = mask.at(pixels[i]) / 255.0;
            rows[i * NEIGHBOURS + NEIGHBOURS / 2] += PRIOR;
            right[i] = PRIOR * start[i] - known(mask, i);
        }
    }

    private int[] numbered(BitMask unknown) {
        int count = 0;
        int[] found = new int[unknown.count()];
        Arrays.fill(numbers, -1);
        for (int i = unknown.next(0); i < unknown.size(); i = unknown.next(i + 1)) {
            numbers[i] = count;
            found[count++] = i;
        }
        return found;
    }

    int size() {
        return pixels.length;
    }

    int pixel(int unknown) {
        return pixels[unknown];
    }

    double[] right() {
        return right;
    }

    double[] start() {
        return start;
    }

    double diagonal(int unknown) {
        return rows[unknown * NEIGHBOURS + NEIGHBOURS / 2];
    }

    /** All windows that have an unknown pixel. */
    private void windows(BitMask unknown) {
        var centres = unknown.grown(1);
        for (int y = 1; y < height - 1; y++) {
            int end = (y + 1) * width - 1;
            for (int i = centres.next(y * width + 1, end); i < end; i = centres.next(i + 1, end)) {
                window(i);
            }
        }
    }

    private int at(int centre, int k) {
        return centre + (k / 3 - 1) * width + k % 3 - 1;
    }

    private void window(int centre) {
        float[] mean = new float[3];
        for (int k = 0; k < WINDOW; k++) {
            int from = at(centre, k) * 3;
            for (int channel = 0; channel < 3; channel++) {
                float value = Srgb.linear(rgb[from + channel]);
                window[k * 3 + channel] = value;
                mean[channel] += value / WINDOW;
            }
        }
        for (int i = 0; i < window.length; i++) {
            window[i] -= mean[i % 3];
        }
        weigh();
        for (int i = 0; i < WINDOW; i++) {
            int row = numbers[at(centre, i)];
            for (int j = 0; j < WINDOW && row >= 0; j++) {
                float likeness = (1 + dot(i, j)) / WINDOW;
                rows[row * NEIGHBOURS + slot(i, j)] += (i == j ? 1 : 0) - likeness;
            }
        }
    }

    private float dot(int i, int j) {
        return window[i * 3] * weighted[j * 3]
                + window[i * 3 + 1] * weighted[j * 3 + 1]
                + window[i * 3 + 2] * weighted[j * 3 + 2];
    }

    private static int slot(int i, int j) {
        return (j / 3 - i / 3 + 2) * SPAN + j % 3 - i % 3 + 2;
    }

    /** The window's colours times the inverse of their covariance, by Cramer's rule. */
    private void weigh() {
        float rr = covariance(0, 0) + EPSILON / WINDOW;
        float rg = covariance(0, 1);
        float rb = covariance(0, 2);
        float gg = covariance(1, 1) + EPSILON / WINDOW;
        float gb = covariance(1, 2);
        float bb = covariance(2, 2) + EPSILON / WINDOW;
        double c00 = (double) gg * bb - (double) gb * gb;
        double c01 = (double) gb * rb - (double) rg * bb;
        double c02 = (double) rg * gb - (double) gg * rb;
        double c11 = (double) rr * bb - (double) rb * rb;
        double c12 = (double) rb * rg - (double) rr * gb;
        double c22 = (double) rr * gg - (double) rg * rg;
        double per = 1 / (rr * c00 + rg * c01 + rb * c02);
        for (int k = 0; k < WINDOW * 3; k += 3) {
            float r = window[k];
            float g = window[k + 1];
            float b = window[k + 2];
            weighted[k] = (float) ((c00 * r + c01 * g + c02 * b) * per);
            weighted[k + 1] = (float) ((c01 * r + c11 * g + c12 * b) * per);
            weighted[k + 2] = (float) ((c02 * r + c12 * g + c22 * b) * per);
        }
    }

    private float covariance(int one, int other) {
        float sum = 0;
        for (int k = 0; k < WINDOW * 3; k += 3) {
            sum += window[k + one] * window[k + other];
        }
        return sum / WINDOW;
    }

    private double known(Mask mask, int unknown) {
        double sum = 0;
        for (int slot = 0; slot < NEIGHBOURS; slot++) {
            float weight = rows[unknown * NEIGHBOURS + slot];
            if (weight != 0) {
                int pixel = pixels[unknown] + offset(slot);
                sum += numbers[pixel] < 0 ? weight * mask.at(pixel) / 255.0 : 0;
            }
        }
        return sum;
    }

    private int offset(int slot) {
        return (slot / SPAN - 2) * width + slot % SPAN - 2;
    }

    /** The product with a vector over the unknowns, into {@code product}. */
    void times(double[] vector, double[] product) {
        for (int i = 0; i < product.length; i++) {
            double sum = 0;
            for (int slot = 0, at = i * NEIGHBOURS; slot < NEIGHBOURS; slot++, at++) {
                float weight = rows[at];
                if (weight != 0) {
                    int other = numbers[pixels[i] + offset(slot)];
                    sum += other >= 0 ? weight * vector[other] : 0;
                }
            }
            product[i] = sum;
        }
    }
}
