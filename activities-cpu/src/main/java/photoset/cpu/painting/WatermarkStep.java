package photoset.cpu.painting;

import photoset.imaging.Mask;
import photoset.imaging.Raster;

/** Writes the watermark into the paint, and nowhere else, so that what was not painted stays as it was. */
final class WatermarkStep implements Painter.Step {
    /** Paint below this luminance (L* 50) carries light letters, any other dark ones. */
    private static final float DARK_BELOW = .18f;

    /** Shares of black and white ink in a letter; both move the lightness L* by about 6. */
    private static final float BLACK = .16f;

    private static final float WHITE = .03f;

    /** Enough for a mean. */
    private static final int SAMPLES = 20_000;

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
        for (Mask share : canvas.shares()) {
            write(canvas, share, lettering);
        }
    }

    private static void write(Canvas canvas, Mask share, Lettering lettering) {
        var picture = canvas.picture();
        float ink = luminance(picture, share) < DARK_BELOW ? 1 : 0;
        float strength = (ink > 0 ? WHITE : BLACK) / 255;
        int width = picture.width();
        for (int y = 0; y < picture.height(); y++) {
            for (int from = lettering.next(0, y); from < width; ) {
                int to = Math.min(width, lettering.end(from, y));
                for (int x = share.next(y * width + from, y * width + to) - y * width; x < to; x++) {
                    int level = share.at(y * width + x);
                    if (level > 0) {
                        canvas.letter(y * width + x, lettering.at(x, y) * level * strength, ink);
                    }
                }
                from = lettering.next(to, y);
            }
        }
    }

    /** The mean of what stands there now; 1 where nothing does. */
    private static float luminance(Raster picture, Mask share) {
        int step = Math.max(1, picture.pixels() / SAMPLES);
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < picture.pixels(); i += step) {
            sum += share.at(i) * (double) picture.at(i).luminance();
            weights += share.at(i);
        }
        return weights == 0 ? 1 : (float) (sum / weights);
    }
}
