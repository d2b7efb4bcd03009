package photoset.imaging;

import java.util.Arrays;

/**
 * Makes pictures smaller with a triangle filter as wide as the reduction (PIL's and torchvision's antialiased
 * "bilinear", on the encoded bytes as they do it), so that models see what they were trained on.
 */
public final class Downscale {
    private Downscale() {}

    /** The picture with this long side, or the picture itself when it is not longer. */
    public static Raster toLongSide(Raster picture, int longSide) {
        int longest = Math.max(picture.width(), picture.height());
        if (longest <= longSide) {
            return picture;
        }
        double scale = (double) longSide / longest;
        return to(picture, side(picture.width(), scale), side(picture.height(), scale));
    }

    private static int side(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }

    private static Raster to(Raster picture, int width, int height) {
        var columns = new Taps(picture.width(), width);
        var rows = new Taps(picture.height(), height);
        byte[] small = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
        float[] line = new float[picture.width() * 3];
        for (int y = 0; y < height; y++) {
            rows.gather(y, picture.rgb(), line);
            for (int x = 0; x < width; x++) {
                columns.mix(x, line, small, (y * width + x) * 3);
            }
        }
        return new Raster(width, height, small);
    }

    /** The weights of one axis: for each output position the first input position and the shares from there on. */
    private static final class Taps {
        private final int[] first;
        private final float[][] shares;

        Taps(int from, int to) {
            double scale = Math.max(1, (double) from / to);
            first = new int[to];
            shares = new float[to][];
            for (int i = 0; i < to; i++) {
                double centre = (i + .5) * from / to;
                first[i] = Math.max(0, (int) (centre - scale + .5));
                int end = Math.min(from, (int) (centre + scale + .5));
                shares[i] = triangle(first[i], end - first[i], centre, scale);
            }
        }

        private static float[] triangle(int first, int count, double centre, double scale) {
            double[] weights = new double[count];
            double sum = 0;
            for (int k = 0; k < count; k++) {
                weights[k] = Math.max(0, 1 - Math.abs((first + k + .5 - centre) / scale));
                sum += weights[k];
            }
            float[] shares = new float[count];
            for (int k = 0; k < count; k++) {
                shares[k] = (float) (weights[k] / sum);
            }
            return shares;
        }

        /** Sums whole input rows into {@code line}. */
        void gather(int to, byte[] rgb, float[] line) {
            Arrays.fill(line, 0);
            float[] mine = shares[to];
            for (int k = 0; k < mine.length; k++) {
                add(rgb, (first[to] + k) * line.length, mine[k], line);
            }
        }

        private static void add(byte[] rgb, int from, float share, float[] line) {
            for (int i = 0; i < line.length; i++) {
                line[i] += share * (rgb[from + i] & 255);
            }
        }

        /** Sums the pixels of {@code line} into the three bytes at {@code at}. */
        void mix(int to, float[] line, byte[] target, int at) {
            float red = .5f;
            float green = .5f;
            float blue = .5f;
            float[] mine = shares[to];
            int from = first[to] * 3;
            for (float share : mine) {
                red += share * line[from++];
                green += share * line[from++];
                blue += share * line[from++];
            }
            target[at] = (byte) Math.min(255, (int) red);
            target[at + 1] = (byte) Math.min(255, (int) green);
            target[at + 2] = (byte) Math.min(255, (int) blue);
        }
    }
}
