package photoset.bench.removal;

import photoset.imaging.Blur;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/** Fills with what is around, blurred as widely as the hole is; what a removal is compared with. */
final class BlurFill {
    private BlurFill() {}

    /** A copy of the photo in which every pixel of the mask is filled. */
    static Raster of(Raster photo, Mask hole) {
        var blur = new Blur(photo.width(), photo.height());
        double sigma = Math.sqrt((photo.pixels() - known(hole)) / Math.PI);
        float[] weights = new float[photo.pixels()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = hole.at(i) == 0 ? 1 : 0;
        }
        float[] known = weights.clone();
        blur.gaussian(weights, sigma);
        var filled = photo.copy();
        for (int channel = 0; channel < 3; channel++) {
            float[] plane = new float[weights.length];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = known[i] * (photo.rgb()[3 * i + channel] & 255);
            }
            blur.gaussian(plane, sigma);
            for (int i = 0; i < plane.length; i++) {
                if (known[i] == 0) {
                    filled.rgb()[3 * i + channel] = (byte) Math.round(plane[i] / Math.max(1e-6f, weights[i]));
                }
            }
        }
        return filled;
    }

    private static long known(Mask hole) {
        return hole.levels().length - hole.count(1);
    }
}
