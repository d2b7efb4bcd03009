package photoset.cpu.prints;

import photoset.imaging.Blur;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.imaging.regions.BitMask;

/** The part of a photo around one print: which of its pixels are print, which the body beside it, and their linear light. */
final class PrintWindow {
    private static final int CHANNELS = 3;

    /** Levels from here on are all of a mask. */
    private static final int SURE = 250;

    /** Less of a window's weight is the rounding of sliding sums. */
    private static final float WEIGHT_MIN = 1e-3f;

    private final PrintBox box;
    private final int photoWidth;
    private final float[][] light;
    private final BitMask print;
    private final BitMask body;

    /**
     * Cuts out.
     *
     * @param others what is neither print nor body
     */
    PrintWindow(Raster photo, PrintBox box, Mask print, Mask body, Mask others) {
        this.box = box;
        this.photoWidth = photo.width();
        this.light = new float[CHANNELS][size()];
        this.print = new BitMask(box.columns(), box.rows());
        this.body = new BitMask(box.columns(), box.rows());
        for (int at = 0; at < size(); at++) {
            int pixel = pixel(at);
            for (int channel = 0; channel < CHANNELS; channel++) {
                light[channel][at] = Srgb.linear(photo.rgb()[CHANNELS * pixel + channel]);
            }
            if (print.at(pixel) > 0) {
                this.print.add(at);
            } else if (body.at(pixel) >= SURE && others.at(pixel) == 0) {
                this.body.add(at);
            }
        }
    }

    int columns() {
        return box.columns();
    }

    int rows() {
        return box.rows();
    }

    int size() {
        return box.columns() * box.rows();
    }

    /** Where the print's mask has anything. */
    BitMask print() {
        return print;
    }

    /** Where the body is seen and nothing else. */
    BitMask body() {
        return body;
    }

    /** The photo's pixel at a place of the window. */
    int pixel(int at) {
        return (box.top() + at / box.columns()) * photoWidth + box.left() + at % box.columns();
    }

    /** What a pixel differs by from another plane, for each channel, as the eye sees it: in cube roots of light. */
    float[] difference(float[][] other, int at) {
        float[] difference = new float[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            difference[channel] = (float) (Math.cbrt(light[channel][at]) - Math.cbrt(other[channel][at]));
        }
        return difference;
    }

    /** The length of {@link #difference}; without an end where the other plane has no value. */
    float apart(float[][] other, int at) {
        float[] difference = difference(other, at);
        float sum = difference[0] * difference[0] + difference[1] * difference[1] + difference[2] * difference[2];
        return Float.isNaN(sum) ? Float.POSITIVE_INFINITY : (float) Math.sqrt(sum);
    }

    /** The light of some pixels spread over the window, what is nearer counts more; NaN where none is near. */
    float[][] spread(BitMask known, double sigma) {
        float[] weights = new float[size()];
        float[][] spread = new float[CHANNELS][size()];
        for (int at = known.next(0); at < size(); at = known.next(at + 1)) {
            weights[at] = 1;
            for (int channel = 0; channel < CHANNELS; channel++) {
                spread[channel][at] = light[channel][at];
            }
        }
        var blur = new Blur(box.columns(), box.rows());
        blur.gaussian(weights, sigma);
        for (float[] plane : spread) {
            blur.gaussian(plane, sigma);
            for (int at = 0; at < plane.length; at++) {
                plane[at] = weights[at] > WEIGHT_MIN ? plane[at] / weights[at] : Float.NaN;
            }
        }
        return spread;
    }
}
