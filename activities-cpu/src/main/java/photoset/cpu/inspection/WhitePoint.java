package photoset.cpu.inspection;

import photoset.imaging.LinearRgb;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;

/**
 * What a white sheet would show under the light of a photo, by Shades of Grey (Finlayson, Trezzi 2004): the Minkowski
 * mean of each channel, which lies between the mean colour of a scene and its brightest.
 */
final class WhitePoint {
    /** The order that the authors found best. */
    private static final int ORDER = 6;

    /** A burnt-out pixel has lost its colour. */
    private static final int BURNT = 250;

    private WhitePoint() {}

    /** Brought to full brightness, {@code #rrggbb}; white for a picture without a usable pixel. */
    static String in(Raster picture) {
        double[] sums = new double[3];
        byte[] rgb = picture.rgb();
        for (int at = 0; at < rgb.length; at += 3) {
            if ((rgb[at] & 255) < BURNT && (rgb[at + 1] & 255) < BURNT && (rgb[at + 2] & 255) < BURNT) {
                for (int channel = 0; channel < 3; channel++) {
                    sums[channel] += POWERS[rgb[at + channel] & 255];
                }
            }
        }
        double most = Math.max(sums[0], Math.max(sums[1], sums[2]));
        return most == 0 ? "#ffffff" : color(sums, most).hex();
    }

    private static final double[] POWERS = powers();

    private static double[] powers() {
        double[] powers = new double[256];
        for (int value = 0; value < powers.length; value++) {
            powers[value] = Math.pow(Srgb.linear((byte) value), ORDER);
        }
        return powers;
    }

    private static LinearRgb color(double[] sums, double most) {
        return new LinearRgb(root(sums[0] / most), root(sums[1] / most), root(sums[2] / most));
    }

    private static float root(double share) {
        return (float) Math.pow(share, 1.0 / ORDER);
    }
}
