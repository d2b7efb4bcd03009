package photoset.cpu.painting;

import photoset.cpu.painting.Painted.PaintedLayer;
import photoset.cpu.pixels.ColorDifference;
import photoset.cpu.pixels.Lab;
import photoset.cpu.pixels.LinearRgb;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Oklab;
import photoset.cpu.pixels.Raster;
import photoset.cpu.pixels.Srgb;
import photoset.workflows.rendering.Paint;

/**
 * Paints surfaces by exchanging the paint and keeping the light (intrinsic image: colour = paint x shading). All in
 * linear light: a pixel's shading is its luminance over that of the well lit part of its surface; the result has exactly
 * the wanted colour there, and shading times its luminance everywhere else. Adding a difference of colours instead
 * washes out shadows; ratios for each channel blow up noise.
 */
final class RecolorStep implements Step {
    /** Below this luminance (8-bit values under 10) a step of one byte is a tenth of the light; ratios are noise. */
    private static final float SURFACE_LUMINANCE_MIN = .003f;

    @Override
    public String name() {
        return "recolor";
    }

    @Override
    public void apply(Canvas canvas) {
        var layers = canvas.order().layers();
        for (int i = 0; i < layers.size(); i++) {
            canvas.painted()
                    .add(paint(canvas, layers.get(i).paint(), canvas.shares().get(i)));
        }
    }

    private static PaintedLayer paint(Canvas canvas, Paint paint, Mask share) {
        var photo = canvas.order().photo();
        var surface = SurfaceReference.of(photo, share);
        if (surface.isEmpty()) {
            return new PaintedLayer(paint, 0, null, null);
        }
        var found = surface.get().color();
        var target = LinearRgb.of(paint.color());
        boolean dark = found.luminance() < SURFACE_LUMINANCE_MIN;
        float keepLight = dark ? 0 : (float) Math.clamp(paint.keepLight(), 0, 1);
        var field = keepLight > 0
                ? TintField.of(photo, share, found, new TintField.Target(target, keepLight))
                : TintField.plain(photo, target);
        coat(canvas, share, field, 1 / Math.max(found.luminance(), SURFACE_LUMINANCE_MIN));
        double deltaE =
                ColorDifference.ciede2000(Lab.of(target), Lab.of(surface.get().in(canvas.picture())));
        return new PaintedLayer(paint, share.count(1), found, deltaE);
    }

    private static void coat(Canvas canvas, Mask share, TintField field, float perLuminance) {
        var photo = canvas.order().photo();
        var reader = field.reader(photo);
        float[] color = new float[3];
        for (int y = 0, pixel = 0; y < photo.height(); y++) {
            reader.row(y);
            for (int x = 0; x < photo.width(); x++, pixel++) {
                int level = share.at(pixel);
                if (level != 0) {
                    reader.color(x, color);
                    shade(photo, pixel, perLuminance, color);
                    lay(canvas, pixel, level, color);
                }
            }
        }
    }

    /** Multiplies the wanted colour by the pixel's shading. */
    private static void shade(Raster photo, int pixel, float perLuminance, float[] color) {
        byte[] rgb = photo.rgb();
        int at = pixel * 3;
        float shading = perLuminance
                * LinearRgb.luminance(Srgb.linear(rgb[at]), Srgb.linear(rgb[at + 1]), Srgb.linear(rgb[at + 2]));
        color[0] *= shading;
        color[1] *= shading;
        color[2] *= shading;
        Oklab.fit(color);
    }

    /** Mixes in linear light; several layers at one pixel each replace their share of the photo. */
    private static void lay(Canvas canvas, int pixel, int level, float[] color) {
        byte[] photo = canvas.order().photo().rgb();
        byte[] picture = canvas.picture().rgb();
        float share = level * (1f / 255);
        for (int channel = 0, at = pixel * 3; channel < 3; channel++, at++) {
            picture[at] = level == 255
                    ? Srgb.toByte(color[channel])
                    : Srgb.toByte(Srgb.linear(picture[at]) + share * (color[channel] - Srgb.linear(photo[at])));
        }
    }
}
