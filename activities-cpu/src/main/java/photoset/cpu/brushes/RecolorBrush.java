package photoset.cpu.brushes;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.cpu.light.LightRow;
import photoset.cpu.light.SurfaceLight;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Oklab;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;
import photoset.workflows.rendering.RecolorMode;
import photoset.workflows.rendering.ResolvedAction.Recolor;

/**
 * Paints surfaces by exchanging the paint and keeping the light (dichromatic reflection: colour = paint x shading +
 * sheen). All in linear light: a pixel's shading is its luminance over that of the well lit part of its surface; the
 * result has exactly the wanted colour there, and shading times its luminance everywhere else. Adding a difference of
 * colours instead washes out shadows; ratios for each channel blow up noise.
 */
final class RecolorBrush implements Brush {
    /** No paint on sale reflects less of any colour. */
    private static final float PAINT_MIN = .005f;

    /** What is known of each cell; the last three where paints meet. */
    private enum Plane {
        RED,
        GREEN,
        BLUE,
        SHEEN_SLOPE,
        SHEEN_OFFSET,
        LOW,
        HIGH,
        SHADING
    }

    /** What is left of a pixel at least when its sheen is taken away. */
    static final float BODY_MIN = .02f;

    /** Paints closer than this in luminance need not be told apart. */
    private static final float MEETING_MIN = 1.02f;

    private static final float SHADING_MIN = .02f;

    /** Texture moves a pixel between two paints; this much more than a mixture, it stays with its own. */
    private static final float SHARPNESS = 1.5f;

    private final Aim aim;
    private final LightRow<Plane> light;
    private final float perLuminance;
    private final boolean hasParts;
    private final @Nullable Denoiser denoiser;
    private final Shoulder shoulder;
    private final @Nullable Dither dither;

    RecolorBrush(Raster photo, Mask share, Recolor recolor) {
        var seen = SurfaceLight.of(photo, share, recolor.finish(), recolor.anchor());
        var target = target(recolor, seen.reference().color());
        this.aim = new Aim(seen.reference(), target);
        this.perLuminance = 1 / seen.luminance();
        this.hasParts = seen.hasParts();
        float keepLight = seen.isTooDark() ? 0 : (float) recolor.keepLight();
        var tint = seen.tint();
        this.denoiser = Denoiser.of(photo, share, seen, tint, target);
        var colors = TintPlanes.colors(target, tint, keepLight);
        this.shoulder = new Shoulder(seen.peak(colors));
        this.light = seen.grid().reader(planes(colors, seen));
        this.dither = Dither.isNeeded(photo, seen.reference().pixels()) ? new Dither() : null;
    }

    private static LinearRgb target(Recolor recolor, LinearRgb shown) {
        var color = LinearRgb.of(recolor.color());
        @Nullable String hex = recolor.present();
        if (recolor.mode() == RecolorMode.APPEARANCE || hex == null) {
            return color;
        }
        var present = LinearRgb.of(hex);
        return new LinearRgb(
                color.red() * shown.red() / Math.max(PAINT_MIN, present.red()),
                color.green() * shown.green() / Math.max(PAINT_MIN, present.green()),
                color.blue() * shown.blue() / Math.max(PAINT_MIN, present.blue()));
    }

    private static Map<Plane, float[]> planes(RgbPlanes colors, SurfaceLight seen) {
        Map<Plane, float[]> planes = new EnumMap<>(Plane.class);
        planes.put(Plane.RED, colors.red());
        planes.put(Plane.GREEN, colors.green());
        planes.put(Plane.BLUE, colors.blue());
        planes.put(Plane.SHEEN_SLOPE, seen.sheen().slope());
        planes.put(Plane.SHEEN_OFFSET, seen.sheen().offset());
        if (seen.hasParts()) {
            var meeting = seen.meeting();
            planes.put(Plane.LOW, meeting.low());
            planes.put(Plane.HIGH, meeting.high());
            planes.put(Plane.SHADING, meeting.shading());
        }
        return planes;
    }

    @Override
    public Aim aim() {
        return aim;
    }

    @Override
    public boolean amplifies() {
        return denoiser != null;
    }

    @Override
    public void row(int y) {
        light.row(y);
        if (dither != null) {
            dither.row(y);
        }
        if (denoiser != null) {
            denoiser.row(y);
        }
    }

    @Override
    public void paint(int x, int count, float[] rgb) {
        if (denoiser != null) {
            denoiser.apply(x, count, rgb);
        }
        for (int from = x; from < x + count; ) {
            int to = Math.min(x + count, light.end(from));
            if (hasParts) {
                mixed(from, to, rgb, 3 * (from - x));
            } else {
                even(from, to, rgb, 3 * (from - x));
            }
            from = to;
        }
        shoulder.bend(rgb, count);
        Oklab.fit(rgb, count);
        if (dither != null) {
            dither.apply(x, count, rgb);
        }
    }

    /** Between the middles of two cells, with one paint. */
    private void even(int from, int to, float[] rgb, int first) {
        int start = light.start(from);
        float red = light.value(start, Plane.RED);
        float green = light.value(start, Plane.GREEN);
        float blue = light.value(start, Plane.BLUE);
        float white = light.value(start, Plane.SHEEN_SLOPE);
        float redSlope = light.slope(start, Plane.RED);
        float greenSlope = light.slope(start, Plane.GREEN);
        float blueSlope = light.slope(start, Plane.BLUE);
        float whiteSlope = light.slope(start, Plane.SHEEN_SLOPE);
        float base = light.value(start, Plane.SHEEN_OFFSET);
        float baseSlope = light.slope(start, Plane.SHEEN_OFFSET);
        for (int x = from, at = first; x < to; x++, at += 3) {
            float luminance = LinearRgb.luminance(rgb[at], rgb[at + 1], rgb[at + 2]);
            float share = light.share(x);
            float sheen = sheen(luminance, white + share * whiteSlope, base + share * baseSlope);
            float shading = (luminance - sheen) * perLuminance;
            rgb[at] = (red + share * redSlope) * shading + sheen;
            rgb[at + 1] = (green + share * greenSlope) * shading + sheen;
            rgb[at + 2] = (blue + share * blueSlope) * shading + sheen;
        }
    }

    private static float sheen(float luminance, float slope, float offset) {
        float seen = slope * luminance + offset;
        float most = (1 - BODY_MIN) * luminance;
        return seen < 0 ? 0 : seen < most ? seen : most;
    }

    private void mixed(int from, int to, float[] rgb, int first) {
        int start = light.start(from);
        for (int x = from, at = first; x < to; x++, at += 3) {
            float luminance = LinearRgb.luminance(rgb[at], rgb[at + 1], rgb[at + 2]);
            float share = light.share(x);
            float slope = light.at(start, share, Plane.SHEEN_SLOPE);
            float sheen = sheen(luminance, slope, light.at(start, share, Plane.SHEEN_OFFSET));
            float body = luminance - sheen;
            float shading = body / paint(body, start, share);
            rgb[at] = light.at(start, share, Plane.RED) * shading + sheen;
            rgb[at + 1] = light.at(start, share, Plane.GREEN) * shading + sheen;
            rgb[at + 2] = light.at(start, share, Plane.BLUE) * shading + sheen;
        }
    }

    /** The luminance of the pixel's own paint as it is lit well; where two meet, in the shares that it shows of both. */
    private float paint(float body, int start, float share) {
        float low = light.at(start, share, Plane.LOW);
        float high = light.at(start, share, Plane.HIGH);
        if (high <= low * MEETING_MIN) {
            return high;
        }
        float shading = Math.max(SHADING_MIN, light.at(start, share, Plane.SHADING));
        float way = (body / shading - low) / (high - low);
        return low + Math.clamp(.5f + SHARPNESS * (way - .5f), 0f, 1f) * (high - low);
    }
}
