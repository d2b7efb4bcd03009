package photoset.cpu.codec;

import photoset.imaging.ProfiledRaster;
import photoset.imaging.Raster;

/**
 * Pixels on their way into or out of a file, 8 bits a sample, interleaved, rows from the top without padding. Their
 * colours are those of the call that gives or takes them; {@link #srgb} and {@link #in} say it by a type.
 *
 * @param bands 1 (grey), 2 (grey, alpha), 3 (RGB) or 4 (RGB, alpha)
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier that is never compared.
public record Samples(int width, int height, int bands, byte[] bytes) {
    /** On the picture's own array. */
    static Samples of(Raster picture) {
        return new Samples(picture.width(), picture.height(), 3, picture.rgb());
    }

    /** On the picture's own array. */
    static Samples of(ProfiledRaster picture) {
        return new Samples(picture.width(), picture.height(), 3, picture.rgb());
    }

    /** Three bands that are sRGB. */
    Raster srgb() {
        return new Raster(width, height, bytes);
    }

    /** Three bands that mean what a profile says. */
    ProfiledRaster in(byte[] profile) {
        return new ProfiledRaster(width, height, bytes, profile);
    }
}
