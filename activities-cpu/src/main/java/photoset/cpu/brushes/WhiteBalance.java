package photoset.cpu.brushes;

import photoset.imaging.ChromaticAdaptation;
import photoset.imaging.Matrix3;

/**
 * A change of the light's colour by {@link ChromaticAdaptation}, from D65 to a white that lies some mired away on the
 * daylight locus and some way off it.
 */
final class WhiteBalance {
    /** Correlated colour temperature of D65. */
    private static final double D65_KELVIN = 6504;

    /** The daylight locus begins here (CIE 15). */
    private static final double KELVIN_MIN = 4000;

    /** Distance from the locus in v' at a tint of 100; twice what lamps on sale deviate. */
    private static final double TINT_MAX = .02;

    private static final Matrix3 XYZ_OF_RGB = Matrix3.of(
            .4124564, .3575761, .1804375, //
            .2126729, .7151522, .0721750, .0193339, .1191920, .9503041);

    private static final Matrix3 RGB_OF_XYZ = Matrix3.of(
            3.2404542,
            -1.5371385,
            -.4985314, //
            -.9692660,
            1.8760108,
            .0415560,
            .0556434,
            -.2040259,
            1.0572252);

    private final float[] matrix = new float[9];

    /**
     * The change.
     *
     * @param mired warmer when positive
     * @param tint -100 (greener) to 100 (more magenta)
     */
    WhiteBalance(double mired, double tint) {
        double kelvin = Math.max(KELVIN_MIN, 1e6 / Math.max(1, 1e6 / D65_KELVIN + mired));
        var change = ChromaticAdaptation.between(white(D65_KELVIN, 0), white(kelvin, tint / 100 * TINT_MAX));
        var rgb = RGB_OF_XYZ.times(change).times(XYZ_OF_RGB);
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (float) rgb.at(i / 3, i % 3);
        }
    }

    void apply(float[] rgb) {
        float red = rgb[0];
        float green = rgb[1];
        float blue = rgb[2];
        rgb[0] = Math.max(0, matrix[0] * red + matrix[1] * green + matrix[2] * blue);
        rgb[1] = Math.max(0, matrix[3] * red + matrix[4] * green + matrix[5] * blue);
        rgb[2] = Math.max(0, matrix[6] * red + matrix[7] * green + matrix[8] * blue);
    }

    /** XYZ of luminance 1 on the daylight locus (CIE 15), moved by {@code -off} in v'. */
    private static double[] white(double kelvin, double off) {
        double t = 1000 / kelvin;
        double x = kelvin <= 7000
                ? ((-4.6070 * t + 2.9678) * t + .09911) * t + .244063
                : ((-2.0064 * t + 1.9018) * t + .24748) * t + .237040;
        double y = (-3 * x + 2.870) * x - .275;
        double scale = -2 * x + 12 * y + 3;
        double u = 4 * x / scale;
        double v = 9 * y / scale - off;
        return new double[] {9 * u / (4 * v), 1, (12 - 3 * u - 20 * v) / (4 * v)};
    }
}
