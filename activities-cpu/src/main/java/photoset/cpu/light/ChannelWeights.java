package photoset.cpu.light;

import photoset.imaging.LinearRgb;

/**
 * How much red, green and blue tell about the light on a surface; of the surface's own colour they make its luminance. A
 * navy wall shows nearly all of its light in blue, so that its luminance is mostly noise of the sensor: weighting each
 * channel by what it shows over its noise (the matched filter of North, 1943) leaves less than half of that noise.
 */
public record ChannelWeights(float red, float green, float blue) {
    /** For surfaces of several paints or of none that can be told. */
    static final ChannelWeights LUMINANCE = new ChannelWeights(
            LinearRgb.luminance(1, 0, 0), LinearRgb.luminance(0, 1, 0), LinearRgb.luminance(0, 0, 1));

    /** Variance of the noise in red and blue where it is 1 in green: a camera amplifies both for its white balance. */
    private static final float AMPLIFIED = 2;

    /** For a paint that shows at least some light. */
    static ChannelWeights of(LinearRgb paint) {
        float red = paint.red() / AMPLIFIED;
        float green = paint.green();
        float blue = paint.blue() / AMPLIFIED;
        float scale = paint.luminance() / (red * paint.red() + green * paint.green() + blue * paint.blue());
        return new ChannelWeights(scale * red, scale * green, scale * blue);
    }

    /** The weighted sum of a colour. */
    public float sum(float redLight, float greenLight, float blueLight) {
        return red * redLight + green * greenLight + blue * blueLight;
    }

    /** What is made of white light of 1. */
    public float sumOfWhite() {
        return red + green + blue;
    }
}
