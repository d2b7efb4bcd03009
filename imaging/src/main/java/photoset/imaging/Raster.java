package photoset.imaging;

/**
 * A picture: 8-bit sRGB, three bytes (R, G, B) a pixel, rows from the top without padding. The array is shared, not
 * copied, since a picture of 50 MP is 150 MB; who changes it says so. Other spaces: {@link ProfiledRaster}.
 */
public final class Raster {
    private static final int WHITE = 255;

    private final int width;
    private final int height;
    private final byte[] rgb;

    /** Wraps {@code rgb}, which must have exactly {@code width * height * 3} bytes. */
    public Raster(int width, int height, byte[] rgb) {
        check(width, height, rgb);
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    static void check(int width, int height, byte[] rgb) {
        if (rgb.length != Math.multiplyExact(Math.multiplyExact(width, height), 3)) {
            throw new IllegalArgumentException(
                    "%d bytes are no %d x %d RGB picture.".formatted(rgb.length, width, height));
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int pixels() {
        return width * height;
    }

    /** The bytes themselves. */
    public byte[] rgb() {
        return rgb;
    }

    /** A picture of its own with the same pixels. */
    public Raster copy() {
        return new Raster(width, height, rgb.clone());
    }

    /**
     * The picture at another size with a triangle filter as wide as the step, on the encoded bytes: PIL's and torch's
     * antialiased "bilinear", with which networks are trained.
     */
    public Raster resized(int newWidth, int newHeight) {
        return newWidth == width && newHeight == height ? this : TriangleFilter.resized(this, newWidth, newHeight);
    }

    /** The pixel at {@code index} (row * width + column) as linear light. */
    public LinearRgb at(int index) {
        int at = index * 3;
        return new LinearRgb(Srgb.linear(rgb[at]), Srgb.linear(rgb[at + 1]), Srgb.linear(rgb[at + 2]));
    }

    /** The picture laid on white where it is transparent, on encoded values as browsers do. */
    public Raster onWhite(Mask opacity) {
        byte[] laid = new byte[rgb.length];
        for (int i = 0; i < laid.length; i++) {
            laid[i] = overWhite(rgb[i] & 255, opacity.at(i / 3));
        }
        return new Raster(width, height, laid);
    }

    /** A value from 0 to 255 of this opacity, laid on white. */
    public static byte overWhite(int value, int opacity) {
        return (byte) (opacity == WHITE ? value : (value * opacity + WHITE * (WHITE - opacity) + WHITE / 2) / WHITE);
    }

    /** Takes the white out again where the picture is transparent; laid on white once more it is the same. */
    public Raster offWhite(Mask opacity) {
        byte[] lifted = new byte[rgb.length];
        for (int i = 0; i < lifted.length; i++) {
            lifted[i] = underWhite(rgb[i] & 255, opacity.at(i / 3));
        }
        return new Raster(width, height, lifted);
    }

    /** The value that lies on white as this one; white itself where nothing can be seen. */
    public static byte underWhite(int laid, int opacity) {
        if (opacity == WHITE || opacity == 0) {
            return (byte) laid;
        }
        return (byte) Math.max(0, WHITE - ((WHITE - laid) * WHITE + opacity / 2) / opacity);
    }

    /** Whether both pictures show the same bytes at {@code index}. */
    public boolean same(Raster other, int index) {
        int at = index * 3;
        return rgb[at] == other.rgb[at] && rgb[at + 1] == other.rgb[at + 1] && rgb[at + 2] == other.rgb[at + 2];
    }
}
