package photoset.gpu.pictures;

/**
 * A triangle filter along one axis: the weights of the source pixels for each target pixel, summing to one. Numbers stay
 * numbers between the axes and are rounded once, as torch does ({@code interpolate(mode="bilinear", antialias=True)},
 * aten/src/ATen/native/cpu/UpSampleKernel.cpp), in the order of its axes: across, then down.
 */
final class Triangle {
    private static final int CHANNELS = 3;

    private final int[] first;
    private final float[][] weights;

    private Triangle(int length) {
        first = new int[length];
        weights = new float[length][];
    }

    static Triangle between(int from, int to) {
        var triangle = new Triangle(to);
        double scale = (double) from / to;
        double radius = Math.max(1, scale);
        for (int i = 0; i < to; i++) {
            double centre = (i + .5) * scale;
            int start = Math.max(0, (int) (centre - radius + .5));
            int end = Math.min(from, (int) (centre + radius + .5));
            triangle.first[i] = start;
            triangle.weights[i] = weights(start, end, centre, radius);
        }
        return triangle;
    }

    private static float[] weights(int start, int end, double centre, double radius) {
        var exact = new double[end - start];
        double sum = 0;
        for (int k = 0; k < exact.length; k++) {
            exact[k] = Math.max(0, 1 - Math.abs(start + k + .5 - centre) / radius);
            sum += exact[k];
        }
        var weights = new float[exact.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = (float) (exact[k] / sum);
        }
        return weights;
    }

    /** Resizes one row of RGB pixels that begins at {@code from}. */
    void across(byte[] rgb, int from, float[] row) {
        for (int i = 0, at = 0; i < first.length; i++, at += CHANNELS) {
            float red = 0;
            float green = 0;
            float blue = 0;
            int pixel = from + CHANNELS * first[i];
            for (float weight : weights[i]) {
                red += weight * (rgb[pixel] & 0xff);
                green += weight * (rgb[pixel + 1] & 0xff);
                blue += weight * (rgb[pixel + 2] & 0xff);
                pixel += CHANNELS;
            }
            row[at] = red;
            row[at + 1] = green;
            row[at + 2] = blue;
        }
    }

    /** Blends whole rows into row {@code i} of the result, rounded half to even. */
    void down(float[][] rows, int i, float[] sum, byte[] rgb) {
        float[] weight = weights[i];
        float[] top = rows[first[i]];
        for (int x = 0; x < sum.length; x++) {
            sum[x] = weight[0] * top[x];
        }
        for (int k = 1; k < weight.length; k++) {
            float[] row = rows[first[i] + k];
            for (int x = 0; x < sum.length; x++) {
                sum[x] += weight[k] * row[x];
            }
        }
        for (int x = 0, at = i * sum.length; x < sum.length; x++, at++) {
            // Weights of one sign that sum to one keep the value within 0 and 255.
            rgb[at] = (byte) Math.rint(sum[x]);
        }
    }
}
