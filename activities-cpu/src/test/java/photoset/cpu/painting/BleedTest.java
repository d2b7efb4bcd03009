package photoset.cpu.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.workflows.rendering.ResolvedAction;

/** A dark wall beside a white cupboard, through a lens that blurs over six pixels, under a mask that is sure too early. */
class BleedTest {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 400;
    private static final int EDGE = 600;
    private static final float BLUR_PX = 6;

    /** From this share of the wall on the mask counts a pixel as all wall. */
    private static final float SURE = .6f;

    private static final double NOISE = .003;

    private static final LinearRgb NAVY = LinearRgb.of("#2c3e63");
    private static final LinearRgb CREAM = LinearRgb.of("#e9dca8");
    private static final LinearRgb CUPBOARD = LinearRgb.of("#f4f2ee");

    private static float share(int x) {
        return Math.clamp((EDGE + BLUR_PX / 2 - x) / BLUR_PX, 0f, 1f);
    }

    private static Raster picture(LinearRgb wall, double noise) {
        var random = new Random(3);
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
            float share = share(pixel % WIDTH);
            rgb[3 * pixel] = mixed(wall.red(), CUPBOARD.red(), share, noise * random.nextGaussian());
            rgb[3 * pixel + 1] = mixed(wall.green(), CUPBOARD.green(), share, noise * random.nextGaussian());
            rgb[3 * pixel + 2] = mixed(wall.blue(), CUPBOARD.blue(), share, noise * random.nextGaussian());
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    private static byte mixed(float wall, float beside, float share, double noise) {
        return Srgb.toByte((float) (share * wall + (1 - share) * beside + noise));
    }

    private static Mask mask() {
        var mask = Mask.empty(WIDTH, HEIGHT);
        for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
            float share = share(pixel % WIDTH);
            mask.levels()[pixel] = (byte) Math.round(share >= SURE ? 255 : 255 * share);
        }
        return mask;
    }

    @Test
    void whatALensMixesIntoADarkWallDoesNotGlowWhenItBecomesLight() {
        var order = new PaintOrder(
                picture(NAVY, NOISE),
                List.of(new Layer(new ResolvedAction.Recolor("Wall", CREAM.hex(), 1), mask())),
                List.of(),
                false);
        var painted = new Painter(step -> {}).paint(order).picture();
        var truth = picture(CREAM, 0);

        double sum = 0;
        int count = 0;
        for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
            float share = share(pixel % WIDTH);
            if (share >= SURE && share < 1) {
                sum += ColorDifference.ciede2000(Lab.of(painted.at(pixel)), Lab.of(truth.at(pixel)));
                count++;
            }
        }
        assertThat(sum / count).isLessThan(2);
    }
}
