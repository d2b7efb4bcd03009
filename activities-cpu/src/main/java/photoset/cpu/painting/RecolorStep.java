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
final class RecolorStep implements Painter.Step {
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
        var row = new Row(canvas.order().photo(), canvas.picture());
        for (int y = 0; y < canvas.picture().height(); y++) {
            for (Coat coat : wet) {
                row.lay(coat, y);
            }
            row.write(y);
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

    /** One row of the picture in linear light, while its paints are laid. */
    private static final class Row {
        private final int width;
        private final byte[] photo;
        private final byte[] picture;
        private final float[] light;
        private final boolean[] painted;
        private final float[] color = new float[3];

        Row(Raster photo, Raster picture) {
            this.width = photo.width();
            this.photo = photo.rgb();
            this.picture = picture.rgb();
            this.light = new float[width * 3];
            this.painted = new boolean[width];
        }

        void lay(Coat coat, int y) {
            coat.reader().row(y);
            byte[] levels = coat.share().levels();
            for (int x = 0, pixel = y * width; x < width; x++, pixel++) {
                if (levels[pixel] != 0) {
                    coat.reader().color(x, color);
                    mix(x, pixel * 3, levels[pixel] & ALL, coat.perLuminance());
                    painted[x] = true;
                }
            }
        }

        /** Each paint replaces its share of the photo's light; where one has it all, its colour stands exactly. */
        private void mix(int x, int at, int level, float perLuminance) {
            float red = Srgb.linear(photo[at]);
            float green = Srgb.linear(photo[at + 1]);
            float blue = Srgb.linear(photo[at + 2]);
            float shading = perLuminance * LinearRgb.luminance(red, green, blue);
            color[0] *= shading;
            color[1] *= shading;
            color[2] *= shading;
            Oklab.fit(color);
            float share = level == ALL ? 1 : level * (1f / ALL);
            boolean first = !painted[x];
            put(x * 3, first ? red : light[x * 3], share, color[0], red);
            put(x * 3 + 1, first ? green : light[x * 3 + 1], share, color[1], green);
            put(x * 3 + 2, first ? blue : light[x * 3 + 2], share, color[2], blue);
        }

        private void put(int at, float now, float share, float wanted, float before) {
            light[at] = share == 1 ? wanted : now + share * (wanted - before);
        }

        void write(int y) {
            for (int x = 0, at = y * width * 3; x < width; x++, at += 3) {
                if (painted[x]) {
                    picture[at] = Srgb.toByte(light[x * 3]);
                    picture[at + 1] = Srgb.toByte(light[x * 3 + 1]);
                    picture[at + 2] = Srgb.toByte(light[x * 3 + 2]);
                    painted[x] = false;
                }
            }
        }
    }
}
