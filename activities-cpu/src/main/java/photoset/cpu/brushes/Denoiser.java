package photoset.cpu.brushes;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.cpu.light.ChannelWeights;
import photoset.cpu.light.Grain;
import photoset.cpu.light.LightRow;
import photoset.cpu.light.SurfaceLight;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;

/** Takes noise out of a dark surface that becomes so much lighter that it would show. */
final class Denoiser {
    private enum Plane {
        SHEEN_SLOPE,
        SHEEN_OFFSET,
        /** By what the weighted sum of the surface must be multiplied for its luminance: 1 in its usual light. */
        TRUER
    }

    /** A light so coloured that the weights are further off from its luminance is another thing. */
    private static final float TRUER_MAX = 1.5f;

    private final ChannelWeights weights;
    private final Grain grain;
    private final LightRow<Plane> light;

    private Denoiser(ChannelWeights weights, Grain grain, LightRow<Plane> light) {
        this.weights = weights;
        this.grain = grain;
        this.light = light;
    }

    /**
     * Null if the surface needs none.
     *
     * @param tint the light's colour
     */
    static @Nullable Denoiser of(Raster photo, Mask share, SurfaceLight seen, RgbPlanes tint, LinearRgb target) {
        if (!Grain.isNeeded(target.luminance() / seen.darkest())) {
            return null;
        }
        var weights = seen.weights();
        var grain = Grain.of(photo, share, weights, (x, y) -> target.luminance() / seen.luminance(x, y));
        Map<Plane, float[]> planes = Map.of(
                Plane.SHEEN_SLOPE, seen.sheen().slope(),
                Plane.SHEEN_OFFSET, seen.sheen().offset(),
                Plane.TRUER, truer(weights, seen.reference().color(), tint));
        return new Denoiser(weights, grain, seen.grid().reader(planes));
    }

    private static float[] truer(ChannelWeights weights, LinearRgb color, RgbPlanes tint) {
        float[] truer = new float[tint.size()];
        for (int i = 0; i < truer.length; i++) {
            float red = color.red() * tint.red()[i];
            float green = color.green() * tint.green()[i];
            float blue = color.blue() * tint.blue()[i];
            float sum = weights.sum(red, green, blue);
            float factor = sum > 0 ? LinearRgb.luminance(red, green, blue) / sum : 1;
            truer[i] = Math.clamp(factor, 1 / TRUER_MAX, TRUER_MAX);
        }
        return truer;
    }

    void row(int y) {
        grain.row(y);
        light.row(y);
    }

    /** Replaces colours by the grey that has the luminance which they would have without noise. */
    void apply(int x, int count, float[] rgb) {
        for (int from = x; from < x + count; ) {
            int to = Math.min(x + count, light.end(from));
            stretch(from, to, rgb, 3 * (from - x));
            from = to;
        }
    }

    /**
     * Between the middles of two cells, where light changes evenly. Solves sheen = slope x luminance + offset, where luminance is
     * sum + (1 - ofWhite) x sheen.
     */
    private void stretch(int from, int to, float[] rgb, int first) {
        float ofWhite = weights.sumOfWhite();
        float most = (1 - RecolorBrush.BODY_MIN) / ofWhite;
        int start = light.start(from);
        float slope = light.value(start, Plane.SHEEN_SLOPE);
        float slopeStep = light.slope(start, Plane.SHEEN_SLOPE);
        float offset = light.value(start, Plane.SHEEN_OFFSET);
        float offsetStep = light.slope(start, Plane.SHEEN_OFFSET);
        float truer = light.value(start, Plane.TRUER);
        float truerStep = light.slope(start, Plane.TRUER);
        for (int x = from, at = first; x < to; x++, at += 3) {
            float share = light.share(x);
            float sum = grain.denoised(weights.sum(rgb[at], rgb[at + 1], rgb[at + 2]), x);
            float of = slope + share * slopeStep;
            float sheen = (of * sum + offset + share * offsetStep) / (1 - of + of * ofWhite);
            sheen = Math.max(0, Math.min(sheen, most * sum));
            float grey = (sum - ofWhite * sheen) * (truer + share * truerStep) + sheen;
            rgb[at] = grey;
            rgb[at + 1] = grey;
            rgb[at + 2] = grey;
        }
    }
}
