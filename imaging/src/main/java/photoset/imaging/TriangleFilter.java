package photoset.imaging;

import java.util.Arrays;

/**
 * A triangle filter along one axis, as wide as the step from pixel to pixel: the weights of the old pixels for each new
 * one, summing to one. Numbers stay numbers between the axes and are rounded once, half to even, in the order of torch:
 * across, then down ({@code interpolate(mode="bilinear", antialias=True)} and {@code round},
 * aten/src/ATen/native/cpu/UpSampleKernel.cpp). Below half the size the order is the other one, which takes two thirds
 * of the time: rows add up several columns at once, and what is left for the way across is less. One byte in a hundred
 * thousand then differs by one.
 */
final class TriangleFilter {
    private static final int CHANNELS = 3;

    /**
     * Weights up to so many are filled up with zeros, which change no sum, and added up without a loop: down to half the size
     * none is longer.
     */
    private static final int SHORT = 4;

    /** From here on floats are whole numbers, whose last eight bits are those of what was added. */
    private static final float WHOLE_NUMBERS = 0x1p23f;

    private final int[] first;
    private final float[][] weights;
    private final int reach;
    private final boolean isShort;
    private final int[] shortFirst;
    private final float[] shortWeights;

    /** A row of bytes as numbers: each is part of several sums. */
    private final float[] line;

    private TriangleFilter(int from, int to) {
        first = new int[to];
        weights = new float[to][];
        shortFirst = new int[to];
        shortWeights = new float[SHORT * to];
        double radius = Math.max(1, (double) from / to);
        int longest = 0;
        for (int i = 0; i < to; i++) {
            double centre = (i + .5) * from / to;
            first[i] = Math.max(0, (int) (centre - radius + .5));
            int end = Math.min(from, (int) (centre + radius + .5));
            weights[i] = weights(first[i], end, centre, radius);
            longest = Math.max(longest, end - first[i]);
        }
        reach = longest;
        line = new float[CHANNELS * from];
        isShort = reach <= SHORT && from >= SHORT;
        for (int i = 0; isShort && i < to; i++) {
            shortFirst[i] = Math.min(first[i], from - SHORT);
            System.arraycopy(weights[i], 0, shortWeights, SHORT * i + first[i] - shortFirst[i], weights[i].length);
        }
    }

    private static float[] weights(int first, int end, double centre, double radius) {
        var exact = new double[end - first];
        double sum = 0;
        for (int k = 0; k < exact.length; k++) {
            exact[k] = Math.max(0, 1 - Math.abs(first + k + .5 - centre) / radius);
            sum += exact[k];
        }
        var weights = new float[exact.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = (float) (exact[k] / sum);
        }
        return weights;
    }

    /** Rows are resized when the first new row needs them, so that no more are kept than one new row is made of. */
    static Raster resized(Raster picture, int width, int height) {
        var across = new TriangleFilter(picture.width(), width);
        var down = new TriangleFilter(picture.height(), height);
        byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), CHANNELS)];
        if (!across.isShort && !down.isShort) {
            downFirst(picture, across, down, rgb);
            return new Raster(width, height, rgb);
        }
        var rows = new float[down.reach][CHANNELS * width];
        var sum = new float[CHANNELS * width];
        int ready = 0;
        for (int y = 0; y < height; y++) {
            for (; ready < down.first[y] + down.weights[y].length; ready++) {
                across.across(picture.rgb(), CHANNELS * picture.width() * ready, rows[ready % rows.length]);
            }
            down.down(rows, y, sum);
            round(sum, rgb, y * sum.length);
        }
        return new Raster(width, height, rgb);
    }

    private static void downFirst(Raster picture, TriangleFilter across, TriangleFilter down, byte[] rgb) {
        int length = CHANNELS * picture.width();
        var rows = new float[down.reach][length];
        var sum = new float[length];
        var row = new float[CHANNELS * across.first.length];
        int ready = 0;
        for (int y = 0; y < down.first.length; y++) {
            for (; ready < down.first[y] + down.weights[y].length; ready++) {
                numbers(picture.rgb(), length * ready, rows[ready % rows.length]);
            }
            down.down(rows, y, sum);
            across.across(sum, row);
            round(row, rgb, y * row.length);
        }
    }

    private static void numbers(byte[] bytes, int from, float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = bytes[from + i] & 255;
        }
    }

    private void across(float[] numbers, float[] row) {
        for (int i = 0, at = 0; i < first.length; i++, at += CHANNELS) {
            float red = 0;
            float green = 0;
            float blue = 0;
            int pixel = CHANNELS * first[i];
            for (float weight : weights[i]) {
                red += weight * numbers[pixel];
                green += weight * numbers[pixel + 1];
                blue += weight * numbers[pixel + 2];
                pixel += CHANNELS;
            }
            row[at] = red;
            row[at + 1] = green;
            row[at + 2] = blue;
        }
    }

    /** The same of a mask. */
    static Mask resized(Mask mask, int width, int height) {
        var across = new TriangleFilter(mask.width(), width);
        var down = new TriangleFilter(mask.height(), height);
        byte[] levels = new byte[Math.multiplyExact(width, height)];
        var rows = new float[down.reach][width];
        var sum = new float[width];
        int ready = 0;
        for (int y = 0; y < height; y++) {
            for (; ready < down.first[y] + down.weights[y].length; ready++) {
                across.levelsAcross(mask.levels(), mask.width() * ready, rows[ready % rows.length]);
            }
            down.down(rows, y, sum);
            round(sum, levels, y * width);
        }
        return new Mask(width, height, levels);
    }

    private void levelsAcross(byte[] levels, int from, float[] row) {
        for (int i = 0; i < first.length; i++) {
            float level = 0;
            int pixel = from + first[i];
            for (float weight : weights[i]) {
                level += weight * (levels[pixel++] & 255);
            }
            row[i] = level;
        }
    }

    /** Resizes one row that begins at {@code from}. */
    private void across(byte[] rgb, int from, float[] row) {
        if (isShort) {
            acrossShort(rgb, from, row);
            return;
        }
        for (int i = 0, at = 0; i < first.length; i++, at += CHANNELS) {
            float red = 0;
            float green = 0;
            float blue = 0;
            int pixel = from + CHANNELS * first[i];
            for (float weight : weights[i]) {
                red += weight * (rgb[pixel] & 255);
                green += weight * (rgb[pixel + 1] & 255);
                blue += weight * (rgb[pixel + 2] & 255);
                pixel += CHANNELS;
            }
            row[at] = red;
            row[at + 1] = green;
            row[at + 2] = blue;
        }
    }

    private void acrossShort(byte[] rgb, int from, float[] row) {
        float[] numbers = line;
        numbers(rgb, from, numbers);
        for (int i = 0, at = 0; i < shortFirst.length; i++, at += CHANNELS) {
            float w0 = shortWeights[SHORT * i];
            float w1 = shortWeights[SHORT * i + 1];
            float w2 = shortWeights[SHORT * i + 2];
            float w3 = shortWeights[SHORT * i + 3];
            int p = CHANNELS * shortFirst[i];
            row[at] = w0 * numbers[p] + w1 * numbers[p + 3] + w2 * numbers[p + 6] + w3 * numbers[p + 9];
            row[at + 1] = w0 * numbers[p + 1] + w1 * numbers[p + 4] + w2 * numbers[p + 7] + w3 * numbers[p + 10];
            row[at + 2] = w0 * numbers[p + 2] + w1 * numbers[p + 5] + w2 * numbers[p + 8] + w3 * numbers[p + 11];
        }
    }

    /** Adds up the resized rows of which a new one is made; row n of the old picture is at n modulo their number. */
    private void down(float[][] rows, int to, float[] sum) {
        float[] weight = weights[to];
        Arrays.fill(sum, 0);
        for (int k = 0; k < weight.length; k++) {
            add(weight[k], rows[(first[to] + k) % rows.length], sum);
        }
    }

    /** In a method of its own, in which the compiler takes several columns at once. */
    private static void add(float weight, float[] row, float[] sum) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += weight * row[x];
        }
    }

    private static void round(float[] sum, byte[] rgb, int to) {
        for (int x = 0; x < sum.length; x++) {
            // Weights of one sign that sum to one keep the value within 0 and 255.
            // Rounds half to even as rint does, in less time.
            rgb[to + x] = (byte) Float.floatToRawIntBits(sum[x] + WHOLE_NUMBERS);
        }
    }
}
