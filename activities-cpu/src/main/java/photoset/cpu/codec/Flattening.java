package photoset.cpu.codec;

import org.jspecify.annotations.Nullable;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/** Brings 1 to 4 bands to three: grey is repeated, transparency is laid on white, on encoded values as browsers do. */
final class Flattening {
    private static final int WHITE = 255;

    private Flattening() {}

    /** Three bands. */
    static Samples onWhite(Samples samples) {
        int bands = samples.bands();
        if (bands == 3) {
            return samples;
        }
        byte[] from = samples.bytes();
        byte[] rgb = new byte[samples.width() * samples.height() * 3];
        boolean grey = bands <= 2;
        boolean transparent = transparent(samples);
        for (int source = 0, at = 0; at < rgb.length; source += bands) {
            int alpha = transparent ? from[source + bands - 1] & 255 : WHITE;
            for (int channel = 0; channel < 3; channel++) {
                rgb[at++] = Raster.overWhite(from[source + (grey ? 0 : channel)] & 255, alpha);
            }
        }
        return new Samples(samples.width(), samples.height(), 3, rgb);
    }

    private static boolean transparent(Samples samples) {
        return samples.bands() == 2 || samples.bands() == 4;
    }

    /** The opacity, or null if it is full everywhere. */
    static @Nullable Mask alpha(Samples samples) {
        if (!transparent(samples)) {
            return null;
        }
        byte[] levels = band(samples, samples.bands() - 1);
        for (byte level : levels) {
            if (level != (byte) WHITE) {
                return new Mask(samples.width(), samples.height(), levels);
            }
        }
        return null;
    }

    /** Three bands with the opacity as a fourth and the white taken out again; laid on white it is the same. */
    static Samples lifted(Samples onWhite, Mask alpha) {
        byte[] from = onWhite.bytes();
        byte[] rgba = new byte[from.length / 3 * 4];
        for (int i = 0; i < from.length / 3; i++) {
            int level = alpha.at(i);
            for (int channel = 0; channel < 3; channel++) {
                rgba[i * 4 + channel] = Raster.underWhite(from[i * 3 + channel] & 255, level);
            }
            rgba[i * 4 + 3] = (byte) level;
        }
        return new Samples(onWhite.width(), onWhite.height(), 4, rgba);
    }

    static byte[] firstBand(Samples samples) {
        return band(samples, 0);
    }

    private static byte[] band(Samples samples, int index) {
        if (samples.bands() == 1) {
            return samples.bytes();
        }
        byte[] band = new byte[samples.width() * samples.height()];
        for (int i = 0; i < band.length; i++) {
            band[i] = samples.bytes()[i * samples.bands() + index];
        }
        return band;
    }
}
