package photoset.cpu.brushes;

import photoset.imaging.LinearRgb;
import photoset.imaging.RgbPlanes;

/** The wanted colour under the light of each place, all of one luminance. */
final class TintPlanes {
    /** What is outside is another surface or a specular spot, not the colour of a light in a room. */
    private static final float TINT_MIN = .6f;

    private static final float TINT_MAX = 1.6f;

    private TintPlanes() {}

    /**
     * One colour for each cell; interpolating between colours of one luminance keeps
     * that luminance.
     *
     * @param tint the light's colour, overwritten
     * @param keepLight 0: the colour everywhere, 1: the light's whole tint
     */
    static RgbPlanes colors(LinearRgb color, RgbPlanes tint, float keepLight) {
        for (int i = 0; i < tint.size(); i++) {
            float light = tint.luminance(i);
            float share = light > 0 ? keepLight : 0;
            float per = light > 0 ? 1 / light : 0;
            float red = color.red() * tint(tint.red()[i] * per, share);
            float green = color.green() * tint(tint.green()[i] * per, share);
            float blue = color.blue() * tint(tint.blue()[i] * per, share);
            float sum = LinearRgb.luminance(red, green, blue);
            float scale = sum > 0 ? color.luminance() / sum : 0;
            tint.red()[i] = red * scale;
            tint.green()[i] = green * scale;
            tint.blue()[i] = blue * scale;
        }
        return tint;
    }

    private static float tint(float ratio, float share) {
        return 1 + share * (Math.clamp(ratio, TINT_MIN, TINT_MAX) - 1);
    }
}
