package photoset.imaging;

/** Makes pictures smaller for people and for models. */
public final class Downscale {
    private Downscale() {}

    /** Width and height in pixels. */
    public record Size(int width, int height) {}

    /** The picture {@link Raster#resized} to this long side, or the picture itself when it is not longer. */
    public static Raster toLongSide(Raster picture, int longSide) {
        var size = size(picture.width(), picture.height(), longSide);
        return picture.resized(size.width(), size.height());
    }

    /** The mask made smaller by the same filter, so that it fits the smaller picture to a fraction of a pixel. */
    public static Mask toLongSide(Mask mask, int longSide) {
        var size = size(mask.width(), mask.height(), longSide);
        return size.width() == mask.width() && size.height() == mask.height()
                ? mask
                : TriangleFilter.resized(mask, size.width(), size.height());
    }

    /** The size that a picture of this one has at this long side, or its own when it is not longer. */
    public static Size size(int width, int height, int longSide) {
        int longest = Math.max(width, height);
        if (longest <= longSide) {
            return new Size(width, height);
        }
        double scale = (double) longSide / longest;
        return new Size(side(width, scale), side(height, scale));
    }

    private static int side(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }
}
