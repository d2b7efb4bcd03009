package photoset.cpu.brushes;

import org.jspecify.annotations.Nullable;
import photoset.cpu.light.ColorRow;
import photoset.cpu.light.LightField;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Oklab;
import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedAction.Tone;

/** Develops a surface anew, in the order of a camera: white balance, sheen, exposure, contrast, saturation. */
final class ToneBrush implements Brush {
    /** Contrast turns around it: the reflectance of a photographer's grey card. */
    private static final double MIDDLE_GREY = .18;

    /** Steps of luminance from black to white in the table of factors; interpolated in between. */
    private static final int STEPS = 4096;

    /** Darker than half a byte's step a power would make noise out of nothing. */
    private static final double LUMINANCE_MIN = 1.0 / (2 * 255 * 12.92);

    /** Lights above this luminance (L* 84) make room for brighter ones. */
    private static final double SHOULDER = .65;

    /** The window of the mean against which sheen stands out, in shares of the long side. */
    private static final double SHEEN_WINDOW = .04;

    /** What is this much brighter than around it is sheen and not the grain of the surface. */
    private static final float SHEEN_FROM = 1.08f;

    private final Tone tone;
    private final @Nullable WhiteBalance balance;
    private final @Nullable ColorRow around;
    private final float[] mean = new float[3];
    private final float[] color = new float[3];
    private final float[] factors = new float[STEPS + 2];

    ToneBrush(Raster photo, Mask share, Tone tone) {
        this.tone = tone;
        this.balance =
                tone.temperature() == 0 && tone.tint() == 0 ? null : new WhiteBalance(tone.temperature(), tone.tint());
        double window = SHEEN_WINDOW * Math.max(photo.width(), photo.height());
        this.around =
                tone.gloss() == 0 ? null : LightField.of(photo, share, window).reader();
        double white = developed(1);
        for (int i = 0; i < factors.length; i++) {
            double luminance = Math.max(LUMINANCE_MIN, (double) i / STEPS);
            factors[i] = (float) (shouldered(developed(luminance), white) / luminance);
        }
    }

    private double developed(double luminance) {
        double exposed = Math.pow(2, tone.exposure()) * luminance;
        return exposed * Math.pow(exposed / MIDDLE_GREY, tone.contrast() - 1);
    }

    /** Bends what would burn out below white: straight up to the shoulder, from there on to 1 for what was white. */
    private static double shouldered(double luminance, double white) {
        if (luminance <= SHOULDER || white <= 1) {
            return luminance;
        }
        double way = Math.min(1, (luminance - SHOULDER) / (white - SHOULDER));
        double bend = (white - SHOULDER) / (1 - SHOULDER);
        return SHOULDER + (1 - SHOULDER) * (1 - Math.pow(1 - way, bend));
    }

    @Override
    public void row(int y) {
        if (around != null) {
            around.row(y);
        }
    }

    @Override
    public void paint(int x, int count, float[] rgb) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(rgb, 3 * i, color, 0, 3);
            develop(x + i, color);
            System.arraycopy(color, 0, rgb, 3 * i, 3);
        }
        Oklab.fit(rgb, count);
    }

    private void develop(int x, float[] rgb) {
        if (around != null) {
            around.colors(x, 1, mean);
            shine(rgb);
        }
        if (balance != null) {
            balance.apply(rgb);
        }
        float factor = factor(LinearRgb.luminance(rgb[0], rgb[1], rgb[2]));
        rgb[0] *= factor;
        rgb[1] *= factor;
        rgb[2] *= factor;
        if (tone.saturation() != 1) {
            Oklab.saturate(rgb, (float) tone.saturation());
        }
    }

    /** Sheen is white light on top (dichromatic model), so it is added and taken away as such. */
    private void shine(float[] rgb) {
        float dull = SHEEN_FROM * LinearRgb.luminance(mean[0], mean[1], mean[2]);
        float excess = LinearRgb.luminance(rgb[0], rgb[1], rgb[2]) - dull;
        if (excess > 0) {
            float more = (float) tone.gloss() * excess;
            rgb[0] = Math.max(0, rgb[0] + more);
            rgb[1] = Math.max(0, rgb[1] + more);
            rgb[2] = Math.max(0, rgb[2] + more);
        }
    }

    private float factor(float luminance) {
        float at = Math.clamp(luminance, 0f, 1f) * STEPS;
        int step = (int) at;
        return factors[step] + (at - step) * (factors[step + 1] - factors[step]);
    }
}
