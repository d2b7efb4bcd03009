package photoset.imaging;

/** Makes pictures smaller for people and for models. */
public final class Downscale {
    private Downscale() {}

    /** The picture {@link Raster#resized} to this long side, or the picture itself when it is not longer. */
    public static Raster toLongSide(Raster picture, int longSide) {
        int longest = Math.max(picture.width(), picture.height());
        if (longest <= longSide) {
            return picture;
        }
        double scale = (double) longSide / longest;
        return picture.resized(side(picture.width(), scale), side(picture.height(), scale));
    }

    private static int side(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }
}
