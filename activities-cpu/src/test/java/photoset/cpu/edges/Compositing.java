package photoset.cpu.edges;

import java.util.List;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;

/** Paints {@link StillLife#BEIGE} walls with the one perfect recolour, so that only edges can be wrong. */
final class Compositing {
    private Compositing() {}

    private interface Colors {
        void at(int x, int y, float[] rgb);
    }

    /** Mixes the painted photo with the photo. */
    static Raster naive(Raster photo, Mask mask, LinearRgb paint) {
        return composite(photo, mask, paint, (x, y, rgb) -> light(photo, y * photo.width() + x, rgb));
    }

    /** Exchanges the surface's own colour. */
    static Raster ofTheSurface(Raster photo, Mask mask, LinearRgb paint) {
        return composite(
                photo, mask, paint, Foreground.under(photo, List.of(mask)).getFirst()::at);
    }

    private static void light(Raster photo, int pixel, float[] rgb) {
        var light = photo.at(pixel);
        rgb[0] = light.red();
        rgb[1] = light.green();
        rgb[2] = light.blue();
    }

    private static Raster composite(Raster photo, Mask mask, LinearRgb paint, Colors colors) {
        var from = StillLife.BEIGE;
        float[] gain = {paint.red() / from.red(), paint.green() / from.green(), paint.blue() / from.blue()};
        var picture = photo.copy();
        float[] surface = new float[3];
        float[] light = new float[3];
        for (int i = 0; i < photo.pixels(); i++) {
            colors.at(i % photo.width(), i / photo.width(), surface);
            light(photo, i, light);
            float alpha = mask.at(i) / 255f;
            for (int channel = 0; channel < 3; channel++) {
                float changed = light[channel] + alpha * surface[channel] * (gain[channel] - 1);
                picture.rgb()[i * 3 + channel] = Srgb.toByte(changed);
            }
        }
        return picture;
    }
}
