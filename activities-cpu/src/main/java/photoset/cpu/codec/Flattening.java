package photoset.cpu.codec;

import photoset.cpu.pixels.Raster;
import photoset.cpu.vips.Samples;

/** Brings 1 to 4 bands to three: grey is repeated, transparency is laid on white, on encoded values as browsers do. */
final class Flattening {
    private static final int WHITE = 255;

    private Flattening() {}

    static Raster onWhite(Samples samples) {
        int bands = samples.bands();
        if (bands == 3) {
            return new Raster(samples.width(), samples.height(), samples.bytes());
        }
        byte[] from = samples.bytes();
        byte[] rgb = new byte[samples.width() * samples.height() * 3];
        boolean grey = bands <= 2;
        boolean transparent = bands == 2 || bands == 4;
        for (int source = 0, at = 0; at < rgb.length; source += bands) {
            int alpha = transparent ? from[source + bands - 1] & 255 : WHITE;
            for (int channel = 0; channel < 3; channel++) {
                rgb[at++] = over(from[source + (grey ? 0 : channel)] & 255, alpha);
            }
        }
        return new Raster(samples.width(), samples.height(), rgb);
    }

    private static byte over(int value, int alpha) {
        return (byte) (alpha == WHITE ? value : (value * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE);
    }

    static byte[] firstBand(Samples samples) {
        if (samples.bands() == 1) {
            return samples.bytes();
        }
        byte[] band = new byte[samples.width() * samples.height()];
        for (int i = 0; i < band.length; i++) {
            band[i] = samples.bytes()[i * samples.bands()];
        }
        return band;
    }
}
