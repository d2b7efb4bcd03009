package photoset.cpu.brushes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.cpu.materials.Catalogue;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.rendering.ResolvedAction.Corner;
import photoset.workflows.rendering.SurfaceKind;

class TextureBrushTest {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;
    private static final double WALL = .5;

    /** A cast shadow takes this share of the light on the right of the wall. */
    private static final double SHADOW = .4;

    /** Old grout, every 60 pixels 3 wide, darker by this. */
    private static final double GROUT = .7;

    @FunctionalInterface
    private interface Light {
        double at(int x, int y);
    }

    @Test
    void theWellLitPartShowsTheMaterialsColour() {
        double[] mean = laid(photo((_, _) -> WALL), "subway_sage", 0, WIDTH);
        var shown = Lab.of(new LinearRgb((float) mean[0], (float) mean[1], (float) mean[2]));
        assertThat(ColorDifference.ciede2000(
                        shown, Lab.of(LinearRgb.of(Catalogue.of("subway_sage").hex()))))
                .isLessThan(2);
    }

    @Test
    void keepsACastShadowAndItsEdge() {
        var photo = photo((x, _) -> x < 600 ? WALL : WALL * SHADOW);
        double lit = laid(photo, "white_matte", 300, 500)[1];
        assertThat(laid(photo, "white_matte", 640, 860)[1] / lit).isCloseTo(SHADOW, within(.03));
        assertThat(laid(photo, "white_matte", 610, 620)[1] / lit).isCloseTo(SHADOW, within(.1));
        assertThat(laid(photo, "white_matte", 580, 590)[1] / lit).isCloseTo(1, within(.1));
    }

    @Test
    void oldGroutDoesNotShineThrough() {
        var photo = photo((x, y) -> x % 60 < 3 || y % 60 < 3 ? WALL * GROUT : WALL);
        double joint = 0;
        double tile = 0;
        for (int x = 300; x < 600; x += 60) {
            joint += laid(photo, "white_matte", x, x + 3)[1];
            tile += laid(photo, "white_matte", x + 30, x + 33)[1];
        }
        assertThat(joint / tile).isGreaterThan(1 - (1 - GROUT) / 6);
    }

    @Test
    void keepsTheColourOfLampLightAndGivesItUpWhenTold() {
        var photo = photo((_, _) -> WALL);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            if (i % WIDTH < 400) {
                photo.rgb()[3 * i + 2] = Srgb.toByte((float) (WALL * .85));
            }
        }
        double[] warm = laid(photo, "white_matte", 100, 300);
        double[] plain = laid(photo, "white_matte", 600, 800);
        assertThat(warm[2] / warm[0]).isLessThan(.92 * plain[2] / plain[0]);
        double[] without = laid(
                photo,
                new ResolvedAction.Texture("Wall", Catalogue.of("white_matte"), 0, CORNERS, 1, 0, SurfaceKind.WALL),
                100,
                300);
        assertThat(without[2] / without[0]).isCloseTo(plain[2] / plain[0], within(.01));
    }

    private static final List<Corner> CORNERS =
            List.of(new Corner(.1, .1), new Corner(.9, .1), new Corner(.9, .9), new Corner(.1, .9));

    private static Raster photo(Light light) {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            Arrays.fill(rgb, 3 * i, 3 * i + 3, Srgb.toByte((float) light.at(i % WIDTH, i / WIDTH)));
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    private static double[] laid(Raster photo, String material, int from, int to) {
        return laid(
                photo,
                new ResolvedAction.Texture("Wall", Catalogue.of(material), 1, CORNERS, 1, 0, SurfaceKind.WALL),
                from,
                to);
    }

    /** The mean of some columns after laying, in the middle of the picture's height. */
    private static double[] laid(Raster photo, ResolvedAction texture, int from, int to) {
        byte[] all = new byte[WIDTH * HEIGHT];
        Arrays.fill(all, (byte) 255);
        var brush = Brushes.of(photo, new Mask(WIDTH, HEIGHT, all), texture).orElseThrow();
        double[] sums = new double[3];
        float[] rgb = new float[3];
        for (int y = 0; y < HEIGHT; y++) {
            brush.row(y);
            for (int x = from; x < to; x++) {
                brush.paint(x, 1, rgb);
                for (int channel = 0; channel < 3; channel++) {
                    sums[channel] += rgb[channel] / HEIGHT / (to - from);
                }
            }
        }
        return sums;
    }
}
