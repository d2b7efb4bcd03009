package photoset.cpu.painting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.cpu.brushes.Brush;
import photoset.cpu.brushes.Brushes;
import photoset.cpu.edges.Foreground;
import photoset.cpu.painting.Painted.PaintedLayer;
import photoset.cpu.pixels.ColorDifference;
import photoset.cpu.pixels.Lab;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;
import photoset.cpu.pixels.Srgb;
import photoset.workflows.rendering.Treatment;

/** Lays every layer's brush where the layer has a share, in linear light and row by row. */
final class PaintStep implements Painter.Step {
    private static final int ALL = 255;

    @Override
    public String name() {
        return "paint";
    }

    @Override
    public void apply(Canvas canvas) {
        var photo = canvas.order().photo();
        List<Coat> coats = new ArrayList<>();
        var surfaces = Foreground.under(photo, canvas.shares());
        for (int i = 0; i < canvas.shares().size(); i++) {
            var treatment = canvas.order().layers().get(i).treatment();
            coats.add(Coat.of(photo, treatment, canvas.shares().get(i), surfaces.get(i)));
        }
        var row = new Row(photo, canvas);
        for (int y = 0; y < photo.height(); y++) {
            for (Coat coat : coats) {
                row.lay(coat, y);
            }
            row.write(y);
        }
        coats.forEach(coat -> canvas.laid(coat.measured(canvas.picture())));
    }

    /**
     * One layer, ready to be laid.
     *
     * @param surface what lies under it where its share is soft
     * @param brush null where the layer got no pixel
     */
    private record Coat(
            Treatment treatment,
            Mask share,
            Foreground surface,
            @Nullable Brush brush) {
        static Coat of(Raster photo, Treatment treatment, Mask share, Foreground surface) {
            return new Coat(
                    treatment,
                    share,
                    surface,
                    Brushes.of(photo, share, treatment).orElse(null));
        }

        PaintedLayer measured(Raster picture) {
            long pixels = brush == null ? 0 : share.count(1);
            var aim = brush == null ? null : brush.aim();
            if (aim == null) {
                return new PaintedLayer(treatment, pixels, null, null);
            }
            var shown = Lab.of(aim.surface().in(picture));
            double deltaE = ColorDifference.ciede2000(Lab.of(aim.target()), shown);
            return new PaintedLayer(treatment, pixels, aim.surface().color(), deltaE);
        }
    }

    /** One row of the picture in linear light, while its layers are laid. */
    private static final class Row {
        private final Canvas canvas;
        private final int width;
        private final byte[] photo;
        private final byte[] picture;
        private final float[] light;
        private final float[] opacity;
        private final boolean[] painted;
        private final float[] color = new float[3];
        private boolean soft;

        Row(Raster photo, Canvas canvas) {
            this.canvas = canvas;
            this.width = photo.width();
            this.photo = photo.rgb();
            this.picture = canvas.picture().rgb();
            this.light = new float[width * 3];
            this.opacity = new float[width];
            this.painted = new boolean[width];
        }

        void lay(Coat coat, int y) {
            var brush = coat.brush();
            if (brush != null) {
                lay(brush, coat, y);
            }
        }

        private void lay(Brush brush, Coat coat, int y) {
            byte[] levels = coat.share().levels();
            boolean begun = false;
            for (int x = 0, pixel = y * width; x < width; x++, pixel++) {
                if (levels[pixel] != 0) {
                    if (!begun) {
                        brush.row(y);
                        begun = true;
                    }
                    if (levels[pixel] == (byte) ALL) {
                        cover(brush, x, pixel);
                    } else {
                        start(x, pixel * 3);
                        coat.surface().at(x, y, color);
                        lay(brush, x, levels[pixel] & ALL);
                    }
                }
            }
        }

        /** A layer that has all of a pixel: no other one has any, so its colour goes straight to the picture. */
        private void cover(Brush brush, int x, int pixel) {
            int at = pixel * 3;
            color[0] = Srgb.linear(photo[at]);
            color[1] = Srgb.linear(photo[at + 1]);
            color[2] = Srgb.linear(photo[at + 2]);
            brush.paint(x, color);
            float hides = brush.opacity(x);
            if (hides == 1) {
                picture[at] = Srgb.toByte(color[0]);
                picture[at + 1] = Srgb.toByte(color[1]);
                picture[at + 2] = Srgb.toByte(color[2]);
            } else {
                color[0] *= hides;
                color[1] *= hides;
                color[2] *= hides;
                canvas.put(pixel, color, 0, hides);
            }
        }

        private void start(int x, int pixel) {
            if (!painted[x]) {
                light[x * 3] = Srgb.linear(photo[pixel]);
                light[x * 3 + 1] = Srgb.linear(photo[pixel + 1]);
                light[x * 3 + 2] = Srgb.linear(photo[pixel + 2]);
                opacity[x] = 1;
                painted[x] = true;
                soft = true;
            }
        }

        /** Takes the surface's light out and puts the brush's in. */
        private void lay(Brush brush, int x, int level) {
            float red = color[0];
            float green = color[1];
            float blue = color[2];
            brush.paint(x, color);
            float hides = brush.opacity(x);
            float share = level * (1f / ALL);
            put(x * 3, share, hides * color[0], red);
            put(x * 3 + 1, share, hides * color[1], green);
            put(x * 3 + 2, share, hides * color[2], blue);
            opacity[x] -= share * (1 - hides);
        }

        private void put(int at, float share, float wanted, float before) {
            light[at] += share * (wanted - before);
        }

        void write(int y) {
            if (!soft) {
                return;
            }
            soft = false;
            for (int x = 0, pixel = y * width; x < width; x++, pixel++) {
                if (painted[x]) {
                    canvas.put(pixel, light, x * 3, opacity[x]);
                    painted[x] = false;
                }
            }
        }
    }
}
