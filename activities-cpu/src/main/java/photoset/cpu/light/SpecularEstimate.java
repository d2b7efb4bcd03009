package photoset.cpu.light;

import photoset.imaging.LinearRgb;

/**
 * The white that a surface mirrors, told apart from the colour of its light. Lights of rooms keep to the line from daylight
 * to lamp light; white on top of green or yellow paint leaves that line. So this much is mirrored: what must be taken
 * away until the rest is the paint in a light of the line. Neither shade nor lamp light counts then, however dark or warm.
 */
final class SpecularEstimate {
    /** The line falls by 14 in ln B/G where it rises by 9 in ln R/G; as 3 to 2, whole powers tell on which side a light is. */
    private static final int RED_POWER = 3;

    private static final int BLUE_POWER = 2;

    /**
     * By so much must a veil of the paint's own luminance lead off the line, in natural logarithms: light that is off it
     * by as much as lights in rooms are makes a tenth of a veil then.
     */
    private static final double LEADING_MIN = 1.3;

    /** Each halves the error; the last one is a thousandth of the darkest channel. */
    private static final int HALVINGS = 10;

    /** A channel that is darker than this share of the luminance is noise. */
    private static final float CHANNEL_MIN = .05f;

    private final float red;
    private final float green;
    private final float blue;

    SpecularEstimate(LinearRgb paint) {
        float least = CHANNEL_MIN * paint.luminance();
        this.red = 1 / Math.max(least, paint.red());
        this.green = 1 / Math.max(least, paint.green());
        this.blue = 1 / Math.max(least, paint.blue());
    }

    /** Whether white on this paint looks like no light. */
    static boolean isTold(LinearRgb paint) {
        var estimate = new SpecularEstimate(paint);
        double leading =
                RED_POWER * estimate.red + BLUE_POWER * estimate.blue - (RED_POWER + BLUE_POWER) * estimate.green;
        return paint.luminance() * leading / (RED_POWER + BLUE_POWER) > LEADING_MIN;
    }

    /** Linear light, the same in each channel; below 0 where noise made the paint greener than it is. */
    float in(float seenRed, float seenGreen, float seenBlue) {
        float high = Math.max(0, Math.min(seenRed, Math.min(seenGreen, seenBlue)));
        float low = -high;
        for (int i = 0; i < HALVINGS; i++) {
            float half = (low + high) / 2;
            if (isLilac((seenRed - half) * red, (seenGreen - half) * green, (seenBlue - half) * blue)) {
                low = half;
            } else {
                high = half;
            }
        }
        return low;
    }

    private static boolean isLilac(float red, float green, float blue) {
        return red * red * red * blue * blue > green * green * green * green * green;
    }
}
