package photoset.imaging;

/**
 * Björn Ottosson's OKLab (2020, matrices of 2021), used to bring colours back that no screen can show: lightness and
 * hue stay, chroma gives way, as in CSS Color 4. Works in place on {@code {red, green, blue}} of linear light.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // The constants stand as they were published.
public final class Oklab {
    /** Newton's method on a cubic that is nearly straight between the two ends: the fourth step is below 1e-6. */
    private static final int NEWTON_STEPS = 4;

    private static final float[][] RGB_OF_LMS = {
        {4.0767416621f, -3.3077115913f, .2309699292f},
        {-1.2684380046f, 2.6097574011f, -.3413193965f},
        {-.0041960863f, -.7034186147f, 1.7076147010f}
    };

    private Oklab() {}

    /** OKLab lightness L, 0 (black) to 1 (white). */
    public static float lightness(float[] rgb) {
        return .2104542553f * root(l(rgb)) + .7936177850f * root(m(rgb)) - .0040720468f * root(s(rgb));
    }

    /** OKLab's opponent axes {@code {a, b}}; hue is their angle, chroma their length. */
    public static float[] chroma(float[] rgb) {
        float l = root(l(rgb));
        float m = root(m(rgb));
        float s = root(s(rgb));
        return new float[] {
            1.9779984951f * l - 2.4285922050f * m + .4505937099f * s,
            .0259040371f * l + .7827717662f * m - .8086757660f * s
        };
    }

    /** Multiplies the chroma; lightness and hue stay. The result may leave 0 to 1. */
    public static void saturate(float[] rgb, float factor) {
        float lightness = lightness(rgb);
        float l = cube(lightness + factor * (root(l(rgb)) - lightness));
        float m = cube(lightness + factor * (root(m(rgb)) - lightness));
        float s = cube(lightness + factor * (root(s(rgb)) - lightness));
        for (int channel = 0; channel < 3; channel++) {
            float[] row = RGB_OF_LMS[channel];
            rgb[channel] = row[0] * l + row[1] * m + row[2] * s;
        }
    }

    /** Leaves a colour within 0 to 1 alone; reduces the chroma of any other until its largest channel is 1. */
    public static void fit(float[] rgb) {
        if (Math.max(rgb[0], Math.max(rgb[1], rgb[2])) <= 1) {
            return;
        }
        float lightness = lightness(rgb);
        if (lightness >= 1) {
            rgb[0] = 1;
            rgb[1] = 1;
            rgb[2] = 1;
            return;
        }
        reduce(rgb, lightness);
    }

    /** {@link #fit(float[])} for {@code count} colours that lie side by side. */
    public static void fit(float[] rgb, int count) {
        for (int at = 0; at < 3 * count; at += 3) {
            if (rgb[at] > 1 || rgb[at + 1] > 1 || rgb[at + 2] > 1) {
                float[] color = {rgb[at], rgb[at + 1], rgb[at + 2]};
                fit(color);
                System.arraycopy(color, 0, rgb, at, 3);
            }
        }
    }

    private static void reduce(float[] rgb, float lightness) {
        // Along the line from grey to the colour, the cube roots of LMS move in a straight line.
        float l = root(l(rgb)) - lightness;
        float m = root(m(rgb)) - lightness;
        float s = root(s(rgb)) - lightness;
        float share = 1;
        for (int channel = 0; channel < 3; channel++) {
            if (rgb[channel] > 1) {
                share = Math.min(share, reach(RGB_OF_LMS[channel], lightness, l, m, s));
            }
        }
        l = cube(lightness + share * l);
        m = cube(lightness + share * m);
        s = cube(lightness + share * s);
        for (int channel = 0; channel < 3; channel++) {
            float[] row = RGB_OF_LMS[channel];
            rgb[channel] = Math.clamp(row[0] * l + row[1] * m + row[2] * s, 0f, 1f);
        }
    }

    /** The share of the chroma at which this channel is 1. */
    private static float reach(float[] row, float lightness, float l, float m, float s) {
        float share = 1;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            float nowL = lightness + share * l;
            float nowM = lightness + share * m;
            float nowS = lightness + share * s;
            float excess = row[0] * cube(nowL) + row[1] * cube(nowM) + row[2] * cube(nowS) - 1;
            float slope = 3 * (row[0] * l * nowL * nowL + row[1] * m * nowM * nowM + row[2] * s * nowS * nowS);
            share = slope > 1e-6f ? Math.clamp(share - excess / slope, 0f, 1f) : share;
        }
        return share;
    }

    private static float l(float[] rgb) {
        return .4122214708f * rgb[0] + .5363325363f * rgb[1] + .0514459929f * rgb[2];
    }

    private static float m(float[] rgb) {
        return .2119034982f * rgb[0] + .6806995451f * rgb[1] + .1073969566f * rgb[2];
    }

    private static float s(float[] rgb) {
        return .0883024619f * rgb[0] + .2817188376f * rgb[1] + .6299787005f * rgb[2];
    }

    private static float cube(float value) {
        return value * value * value;
    }

    /** Cube root to float precision, several times faster than {@link Math#cbrt}: a guess from the bits, two Halley steps. */
    static float root(float value) {
        if (value <= 0) {
            return 0;
        }
        float guess = Float.intBitsToFloat(Float.floatToRawIntBits(value) / 3 + 0x2a514067);
        for (int step = 0; step < 2; step++) {
            float cubed = cube(guess);
            guess *= (cubed + 2 * value) / (2 * cubed + value);
        }
        return guess;
    }
}
