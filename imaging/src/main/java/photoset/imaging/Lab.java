package photoset.imaging;

/** CIE 1976 L*a*b*, white D65. */
public record Lab(double l, double a, double b) {
    private static final double KNEE = 6.0 / 29;

    /** From linear sRGB; the matrix is IEC 61966-2-1's, each row divided by the white point. */
    public static Lab of(LinearRgb color) {
        double red = color.red();
        double green = color.green();
        double blue = color.blue();
        double x = curve((.4124564 * red + .3575761 * green + .1804375 * blue) / .9504700);
        double y = curve(.2126729 * red + .7151522 * green + .0721750 * blue);
        double z = curve((.0193339 * red + .1191920 * green + .9503041 * blue) / 1.0888300);
        return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    /** L*, a* and b* apart, a number each for every pixel. The arrays are shared. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Planes(float[] l, float[] a, float[] b) {}

    /** A whole picture, rows from the top; to a thousandth at the worst, in a fifth of the time. */
    public static Planes planes(Raster picture) {
        int pixels = picture.pixels();
        var planes = new Planes(new float[pixels], new float[pixels], new float[pixels]);
        byte[] rgb = picture.rgb();
        for (int i = 0, at = 0; i < pixels; i++, at += 3) {
            float red = Srgb.linear(rgb[at]);
            float green = Srgb.linear(rgb[at + 1]);
            float blue = Srgb.linear(rgb[at + 2]);
            float x = curve((.4124564f * red + .3575761f * green + .1804375f * blue) / .9504700f);
            float y = curve(.2126729f * red + .7151522f * green + .0721750f * blue);
            float z = curve((.0193339f * red + .1191920f * green + .9503041f * blue) / 1.0888300f);
            planes.l[i] = 116 * y - 16;
            planes.a[i] = 500 * (x - y);
            planes.b[i] = 200 * (y - z);
        }
        return planes;
    }

    private static double curve(double share) {
        return share > KNEE * KNEE * KNEE ? Math.cbrt(share) : share / (3 * KNEE * KNEE) + 4.0 / 29;
    }

    private static float curve(float share) {
        return share > (float) (KNEE * KNEE * KNEE)
                ? Oklab.root(share)
                : share * (float) (1 / (3 * KNEE * KNEE)) + (float) (4.0 / 29);
    }
}
