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

    /** A whole picture, rows from the top. */
    public static Planes planes(Raster picture) {
        int pixels = picture.pixels();
        var planes = new Planes(new float[pixels], new float[pixels], new float[pixels]);
        for (int i = 0; i < pixels; i++) {
            var lab = of(picture.at(i));
            planes.l[i] = (float) lab.l;
            planes.a[i] = (float) lab.a;
            planes.b[i] = (float) lab.b;
        }
        return planes;
    }

    private static double curve(double share) {
        return share > KNEE * KNEE * KNEE ? Math.cbrt(share) : share / (3 * KNEE * KNEE) + 4.0 / 29;
    }
}
