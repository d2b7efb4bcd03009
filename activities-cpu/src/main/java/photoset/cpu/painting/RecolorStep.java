package photoset.cpu.painting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    private static final int ALL = 255;

    @Override
    public String name() {
        return "recolor";
    }

    @Override
    public void apply(Canvas canvas) {
        List<Coat> coats = new ArrayList<>();
        for (int i = 0; i < canvas.shares().size(); i++) {
            var paint = canvas.order().layers().get(i).paint();
            coats.add(mixed(canvas.order().photo(), paint, canvas.shares().get(i)));
        }
        var wet = coats.stream().filter(coat -> coat.surface() != null).toList();
        for (int y = 0; y < canvas.picture().height(); y++) {
            paintRow(canvas, y, wet);
        }
        coats.forEach(coat -> canvas.painted().add(coat.measured(canvas.picture())));
    }

    private static Coat mixed(Raster photo, Paint paint, Mask share) {
        var surface = SurfaceReference.of(photo, share).orElse(null);
        var target = LinearRgb.of(paint.color());
        if (surface == null) {
            return new Coat(paint, share, null, TintField.plain(photo, target).reader(photo), 0);
        }
        boolean dark = surface.color().luminance() < SURFACE_LUMINANCE_MIN;
        float keepLight = dark ? 0 : (float) Math.clamp(paint.keepLight(), 0, 1);
        var field = keepLight > 0
                ? TintField.of(photo, share, surface.color(), new TintField.Target(target, keepLight))
                : TintField.plain(photo, target);
        float perLuminance = 1 / Math.max(surface.color().luminance(), SURFACE_LUMINANCE_MIN);
        return new Coat(paint, share, surface, field.reader(photo), perLuminance);
    }

    /**
     * One layer, ready to be painted.
     *
     * @param surface null where the layer got no pixel
     * @param perLuminance makes a pixel's luminance its shading
     */
    private record Coat(
            Paint paint, Mask share, @Nullable SurfaceReference surface, TintField.Reader reader, float perLuminance) {
        PaintedLayer measured(Raster picture) {
            if (surface == null) {
                return new PaintedLayer(paint, 0, null, null);
            }
            var target = Lab.of(LinearRgb.of(paint.color()));
            double deltaE = ColorDifference.ciede2000(target, Lab.of(surface.in(picture)));
            return new PaintedLayer(paint, share.count(1), surface.color(), deltaE);
        }
    }

    private static void paintRow(Canvas canvas, int y, List<Coat> coats) {
        coats.forEach(coat -> coat.reader().row(y));
        var photo = canvas.order().photo();
        float[] light = new float[3];
        float[] color = new float[3];
        float[] sum = new float[3];
        for (int x = 0, pixel = y * photo.width(); x < photo.width(); x++, pixel++) {
            boolean painted = false;
            for (Coat coat : coats) {
                int level = coat.share().at(pixel);
                if (level != 0) {
                    if (!painted) {
                        read(photo.rgb(), pixel * 3, light, sum);
                        painted = true;
                    }
                    coat.reader().color(x, color);
                    shade(color, coat.perLuminance() * LinearRgb.luminance(light[0], light[1], light[2]));
                    lay(sum, light, color, level);
                }
            }
            if (painted) {
                write(sum, canvas.picture().rgb(), pixel * 3);
            }
        }
    }

    private static void read(byte[] rgb, int at, float[] light, float[] sum) {
        for (int channel = 0; channel < 3; channel++) {
            light[channel] = Srgb.linear(rgb[at + channel]);
            sum[channel] = light[channel];
        }
    }

    /** Multiplies the wanted colour by the pixel's shading. */
    private static void shade(float[] color, float shading) {
        color[0] *= shading;
        color[1] *= shading;
        color[2] *= shading;
        Oklab.fit(color);
    }

    /** Each paint replaces its share of the photo's light; where one has it all, its colour stands exactly. */
    private static void lay(float[] sum, float[] light, float[] color, int level) {
        float share = level * (1f / ALL);
        for (int channel = 0; channel < 3; channel++) {
            sum[channel] = level == ALL ? color[channel] : sum[channel] + share * (color[channel] - light[channel]);
        }
    }

    private static void write(float[] sum, byte[] rgb, int at) {
        for (int channel = 0; channel < 3; channel++) {
            rgb[at + channel] = Srgb.toByte(sum[channel]);
        }
    }
}
