package photoset.cpu.painting;

import photoset.cpu.pixels.LinearRgb;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;
import photoset.cpu.pixels.Srgb;

/** Writes the watermark into the paint, and nowhere else, so that what was not painted stays as it was. */
final class WatermarkStep implements Painter.Step {
    /** Paint below this luminance (L* 50) carries light letters, any other dark ones. */
    private static final float DARK_BELOW = .18f;

    /** Shares of black and white ink in a letter; both move the lightness L* by about 6. */
    private static final float BLACK = .16f;

    private static final float WHITE = .03f;

    @Override
    public String name() {
        return "watermark";
    }

    @Override
    public void apply(Canvas canvas) {
        if (!canvas.order().watermarked()) {
            return;
        }
        var picture = canvas.picture();
        var lettering = new Lettering(Math.max(picture.width(), picture.height()));
        for (int i = 0; i < canvas.shares().size(); i++) {
            var color = LinearRgb.of(canvas.order().layers().get(i).paint().color());
            write(picture, canvas.shares().get(i), lettering, color.luminance() < DARK_BELOW ? 1 : 0);
        }
    }

    private static void write(Raster picture, Mask share, Lettering lettering, float ink) {
        float strength = (ink > 0 ? WHITE : BLACK) / 255;
        for (int y = 0, pixel = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++, pixel++) {
                if (share.at(pixel) > 0) {
                    mix(picture.rgb(), pixel * 3, lettering.at(x, y) * share.at(pixel) * strength, ink);
                }
            }
        }
    }

    private static void mix(byte[] rgb, int at, float share, float ink) {
        if (share > 0) {
            for (int channel = at; channel < at + 3; channel++) {
                float light = Srgb.linear(rgb[channel]);
                rgb[channel] = Srgb.toByte(light + share * (ink - light));
            }
        }
    }
}
