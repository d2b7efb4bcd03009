package photoset.cpu.brushes;

/**
 * A change of the light's colour by von Kries adaptation in the Bradford cone space (Lam 1985; matrices as in ICC.1:2022
 * annex E), from D65 to a white that lies some mired away on the daylight locus and some way off it.
 */
final class WhiteBalance {
    /** Correlated colour temperature of D65. */
    private static final double D65_KELVIN = 6504;

    /** The daylight locus begins here (CIE 15). */
    private static final double KELVIN_MIN = 4000;

    /** Distance from the locus in v' at a tint of 100; twice what lamps on sale deviate. */
    private static final double TINT_MAX = .02;

    private static final double[][] XYZ_OF_RGB = {
        {.4124564, .3575761, .1804375},
        {.2126729, .7151522, .0721750},
        {.0193339, .1191920, .9503041}
    };

    private static final double[][] RGB_OF_XYZ = {
        {3.2404542, -1.5371385, -.4985314},
        {-.9692660, 1.8760108, .0415560},
        {.0556434, -.2040259, 1.0572252}
    };

    private static final double[][] CONES_OF_XYZ = {
        {.8951, .2664, -.1614},
        {-.7502, 1.7135, .0367},
        {.0389, -.0685, 1.0296}
    };

    private static final double[][] XYZ_OF_CONES = {
        {.9869929, -.1470543, .1599627},
        {.4323053, .5183603, .0492912},
        {-.0085287, .0400428, .9684867}
    };

    private final float[] matrix = new float[9];

    /**
     * The change.
     *
     * @param mired warmer when positive
     * @param tint -100 (greener) to 100 (more magenta)
     */
    WhiteBalance(double mired, double tint) {
        double[] from = times(CONES_OF_XYZ, white(D65_KELVIN, 0));
        double[] to = times(
                CONES_OF_XYZ,
                white(Math.max(KELVIN_MIN, 1e6 / Math.max(1, 1e6 / D65_KELVIN + mired)), tint / 100 * TINT_MAX));
        double[][] change = product(XYZ_OF_CONES, product(diagonal(from, to), CONES_OF_XYZ));
        double[][] rgb = product(RGB_OF_XYZ, product(change, XYZ_OF_RGB));
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (float) rgb[i / 3][i % 3];
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

    private static double[][] diagonal(double[] from, double[] to) {
        double[][] gains = new double[3][3];
        for (int i = 0; i < 3; i++) {
            gains[i][i] = to[i] / from[i];
        }
        return gains;
    }

    private static double[][] product(double[][] left, double[][] right) {
        double[][] product = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int k = 0; k < 3; k++) {
                    product[row][column] += left[row][k] * right[k][column];
                }
            }
        }
        return product;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int k = 0; k < 3; k++) {
                product[row] += matrix[row][k] * vector[k];
            }
        }
        return product;
    }
}
