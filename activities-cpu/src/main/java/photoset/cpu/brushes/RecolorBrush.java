package photoset.cpu.brushes;

import org.jspecify.annotations.Nullable;
import photoset.cpu.light.SurfaceReference;
import photoset.cpu.light.TintField;
import photoset.cpu.pixels.LinearRgb;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Oklab;
import photoset.cpu.pixels.Raster;
import photoset.workflows.rendering.Mode;
import photoset.workflows.rendering.Treatment.Recolor;

/**
 * Paints surfaces by exchanging the paint and keeping the light (intrinsic image: colour = paint x shading). All in
 * linear light: a pixel's shading is its luminance over that of the well lit part of its surface; the result has exactly
 * the wanted colour there, and shading times its luminance everywhere else. Adding a difference of colours instead
 * washes out shadows; ratios for each channel blow up noise.
 */
final class RecolorBrush implements Brush {
    /** Below this luminance (8-bit values under 10) a step of one byte is a tenth of the light; ratios are noise. */
    private static final float SURFACE_LUMINANCE_MIN = .003f;

    /** No paint on sale reflects less of any colour. */
    private static final float PAINT_MIN = .005f;

    private final Aim aim;
    private final TintField.Reader tint;
    private final float perLuminance;
    private final float[] color = new float[3];

    RecolorBrush(Raster photo, Mask share, Recolor recolor, SurfaceReference surface) {
        var target = target(recolor, surface.color());
        float luminance = surface.color().luminance();
        float keepLight = luminance < SURFACE_LUMINANCE_MIN ? 0 : (float) Math.clamp(recolor.keepLight(), 0, 1);
        var field = keepLight > 0
                ? TintField.of(photo, share, surface.color(), new TintField.Target(target, keepLight))
                : TintField.plain(photo, target);
        this.aim = new Aim(surface, target);
        this.tint = field.reader(photo);
        this.perLuminance = 1 / Math.max(luminance, SURFACE_LUMINANCE_MIN);
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
        tint.row(y);
    }

    @Override
    public void paint(int x, float[] rgb) {
        float shading = perLuminance * LinearRgb.luminance(rgb[0], rgb[1], rgb[2]);
        tint.color(x, color);
        rgb[0] = color[0] * shading;
        rgb[1] = color[1] * shading;
        rgb[2] = color[2] * shading;
        Oklab.fit(rgb);
    }
}
