package photoset.gpu.lite;

import photoset.imaging.Raster;

/**
 * The tone curve that brings a photo's median to the brightness which the network saw in training; rooms photographed
 * against a window are far darker. Found on real rooms: ceilings gain most.
 */
final class Exposure {
    private static final double MEDIAN_WANTED = .6;
    private static final double MEDIAN_MIN = .02;
    private static final double GAMMA_MIN = .5;
    private static final double GAMMA_MAX = 5;
    private static final int LEVELS = 256;

    private Exposure() {}

    /** No change: what each 8-bit value is, 0 to 1. */
    static float[] asTaken() {
        return curve(1);
    }

    /** A gamma curve for this picture. */
    static float[] balanced(Raster picture) {
        double median = Math.clamp(median(picture), MEDIAN_MIN, 1 - MEDIAN_MIN);
        return curve(Math.clamp(Math.log(MEDIAN_WANTED) / Math.log(median), GAMMA_MIN, GAMMA_MAX));
    }

    private static float[] curve(double gamma) {
        var levels = new float[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            levels[i] = (float) Math.pow(i / (LEVELS - 1.0), gamma);
        }
        return levels;
    }

    /** Median over the pixels of the mean of red, green and blue, 0 to 1. */
    private static double median(Raster picture) {
        var counts = new int[3 * LEVELS];
        byte[] rgb = picture.rgb();
        for (int i = 0; i < rgb.length; i += 3) {
            counts[(rgb[i] & 0xff) + (rgb[i + 1] & 0xff) + (rgb[i + 2] & 0xff)]++;
        }
        int left = rgb.length / 6;
        int sum = 0;
        while (left >= counts[sum]) {
            left -= counts[sum++];
        }
        return sum / (3 * (LEVELS - 1.0));
    }
}
