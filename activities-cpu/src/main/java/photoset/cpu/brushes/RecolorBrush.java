package photoset.cpu.brushes;

import org.jspecify.annotations.Nullable;
import photoset.cpu.light.CellGrid;
import photoset.cpu.paints.Grain;
import photoset.cpu.paints.SurfaceLight;
import photoset.cpu.pixels.LinearRgb;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Oklab;
import photoset.cpu.pixels.Raster;
import photoset.workflows.rendering.Mode;
import photoset.workflows.rendering.Treatment.Recolor;

/**
 * Paints surfaces by exchanging the paint and keeping the light (dichromatic reflection: colour = paint x shading +
 * sheen). All in linear light: a pixel's shading is its luminance over that of the well lit part of its surface; the
 * result has exactly the wanted colour there, and shading times its luminance everywhere else. Adding a difference of
 * colours instead washes out shadows; ratios for each channel blow up noise.
 */
final class RecolorBrush implements Brush {
    /** No paint on sale reflects less of any colour. */
    private static final float PAINT_MIN = .005f;

    /** Places of the planes in the reader. */
    private static final int SHEEN = 3;

    private static final int LOW = 4;
    private static final int HIGH = 5;
    private static final int SHADING = 6;

    /** What is left of a pixel at least when its sheen is taken away. */
    private static final float BODY_MIN = .02f;

    private final Aim aim;
    private final CellGrid.Reader planes;
    private final float[] here;
    private final float perLuminance;
    private final boolean hasParts;
    private final CellGrid.@Nullable Reader grain;
    private final float[] calm = new float[2];
    private final Shoulder shoulder;
    private final Dither dither = new Dither();

    RecolorBrush(Raster photo, Mask share, Recolor recolor) {
        var light = SurfaceLight.of(photo, share, recolor.finish(), recolor.anchor());
        var target = target(recolor, light.reference().color());
        this.aim = new Aim(light.reference(), target);
        this.perLuminance = 1 / light.luminance();
        this.hasParts = light.hasParts();
        float[][] colors = Tinted.colors(target, light.tint(), (float) Math.clamp(recolor.keepLight(), 0, 1));
        if (hasParts) {
            float[][] meeting = light.meeting();
            this.planes = light.grid()
                    .reader(colors[0], colors[1], colors[2], light.sheen(), meeting[0], meeting[1], meeting[2]);
        } else {
            this.planes = light.grid().reader(colors[0], colors[1], colors[2], light.sheen());
        }
        this.shoulder = new Shoulder(light.peak(colors));
        this.grain = Grain.isNeeded(target.luminance() / light.darkest())
                ? Grain.of(photo, share, (x, y) -> target.luminance() / light.luminance(x, y))
                        .reader()
                : null;
        this.here = new float[hasParts ? SHADING + 1 : SHEEN + 1];
    }

    private static LinearRgb target(Recolor recolor, LinearRgb shown) {
        var color = LinearRgb.of(recolor.color());
        @Nullable String hex = recolor.present();
        if (recolor.mode() == Mode.APPEARANCE || hex == null) {
            return color;
        }
        var present = LinearRgb.of(hex);
        return new LinearRgb(
                color.red() * shown.red() / Math.max(PAINT_MIN, present.red()),
                color.green() * shown.green() / Math.max(PAINT_MIN, present.green()),
                color.blue() * shown.blue() / Math.max(PAINT_MIN, present.blue()));
    }

    @Override
    public Aim aim() {
        return aim;
    }

    @Override
    public void row(int y) {
        planes.row(y);
        dither.row(y);
        if (grain != null) {
            grain.row(y);
        }
    }

    @Override
    public void paint(int x, float[] rgb) {
        planes.values(x, here);
        float luminance = LinearRgb.luminance(rgb[0], rgb[1], rgb[2]);
        if (grain != null) {
            grain.values(x, calm);
            luminance = Grain.calmed(luminance, calm);
        }
        float sheen = Math.min(here[SHEEN], (1 - BODY_MIN) * luminance);
        float body = luminance - sheen;
        float shading = hasParts ? body / paint(body) : body * perLuminance;
        rgb[0] = here[0] * shading + sheen;
        rgb[1] = here[1] * shading + sheen;
        rgb[2] = here[2] * shading + sheen;
        shoulder.bend(rgb);
        Oklab.fit(rgb);
        dither.apply(x, rgb);
    }

    /** The luminance of the pixel's own paint as it is lit well; where two meet, in the shares that it shows of both. */
    private float paint(float body) {
        float low = here[LOW];
        float high = here[HIGH];
        if (high <= low * MEETING_MIN) {
            return high;
        }
        float share = (body / Math.max(SHADING_MIN, here[SHADING]) - low) / (high - low);
        return low + Math.clamp(.5f + SHARPNESS * (share - .5f), 0f, 1f) * (high - low);
    }

    /** Paints closer than this in luminance need not be told apart. */
    private static final float MEETING_MIN = 1.02f;

    private static final float SHADING_MIN = .02f;

    /** Texture moves a pixel between two paints; this much more than a mixture, it stays with its own. */
    private static final float SHARPNESS = 1.5f;
}
