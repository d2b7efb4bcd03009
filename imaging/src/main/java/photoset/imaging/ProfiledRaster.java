package photoset.imaging;

/**
 * A picture in the colours of an ICC profile: 8 bits, three bytes (R, G, B) a pixel, rows from the top without padding,
 * which mean what the profile says. A type of its own, so that nobody takes its numbers for the sRGB of a {@link Raster}.
 * The arrays are shared.
 *
 * @param rgb exactly {@code width * height * 3} bytes
 * @param profile of RGB values
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record ProfiledRaster(int width, int height, byte[] rgb, byte[] profile) {
    public ProfiledRaster {
        Raster.check(width, height, rgb);
    }

    /** A picture of its own with the same pixels and profile. */
    public ProfiledRaster copy() {
        return new ProfiledRaster(width, height, rgb.clone(), profile);
    }
}
