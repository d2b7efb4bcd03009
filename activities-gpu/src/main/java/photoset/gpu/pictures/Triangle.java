package photoset.gpu.pictures;

/** A triangle filter along one axis: the weights of the source pixels for each target pixel, summing to one. */
final class Triangle {
    private static final int ONE_BITS = 16;
    private static final int CHANNELS = 3;

    private final int[] first;
    private final int[][] weights;

    private Triangle(int length) {
        first = new int[length];
        weights = new int[length][];
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

    private static int[] weights(int start, int end, double centre, double radius) {
        var exact = new double[end - start];
        double sum = 0;
        for (int k = 0; k < exact.length; k++) {
            exact[k] = Math.max(0, 1 - Math.abs(start + k + .5 - centre) / radius);
            sum += exact[k];
        }
        var fixed = new int[exact.length];
        for (int k = 0; k < fixed.length; k++) {
            fixed[k] = (int) Math.round(exact[k] / sum * (1 << ONE_BITS));
        }
        return fixed;
    }

    /**
     * Resizes lines of RGB pixels and returns the result with rows and columns exchanged, so that a second call does the
     * other axis and exchanges them back.
     *
     * @param rgb whole lines of the length that this filter takes
     */
    byte[] turned(byte[] rgb, int lines) {
        var out = new byte[CHANNELS * lines * first.length];
        int length = rgb.length / lines;
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < first.length; i++) {
                blend(rgb, line * length, i, out, CHANNELS * (i * lines + line));
            }
        }
        return out;
    }

    private void blend(byte[] rgb, int line, int i, byte[] out, int at) {
        int red = 1 << (ONE_BITS - 1);
        int green = red;
        int blue = red;
        int from = line + CHANNELS * first[i];
        for (int weight : weights[i]) {
            red += weight * (rgb[from] & 0xff);
            green += weight * (rgb[from + 1] & 0xff);
            blue += weight * (rgb[from + 2] & 0xff);
            from += CHANNELS;
        }
        // Rounded weights may sum to a little more than one.
        out[at] = (byte) Math.min(255, red >> ONE_BITS);
        out[at + 1] = (byte) Math.min(255, green >> ONE_BITS);
        out[at + 2] = (byte) Math.min(255, blue >> ONE_BITS);
    }
}
