package photoset.cpu.paints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import photoset.cpu.pixels.LinearRgb;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;
import photoset.cpu.pixels.Srgb;
import photoset.workflows.rendering.Finish;

class SurfaceLightTest {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;

    /** Dark green tiles. */
    private static final LinearRgb GREEN = new LinearRgb(.03f, .09f, .02f);

    /** A wall in a light that is of another colour to the right, and of mirrored white on top. */
    private static float[][] tint(LinearRgb light, float mirrored) {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            float share = Math.clamp((i % WIDTH - .6f * WIDTH) / (.2f * WIDTH), 0f, 1f);
            rgb[i * 3] = Srgb.toByte(GREEN.red() * (1 + share * (light.red() - 1)) + share * mirrored);
            rgb[i * 3 + 1] = Srgb.toByte(GREEN.green() * (1 + share * (light.green() - 1)) + share * mirrored);
            rgb[i * 3 + 2] = Srgb.toByte(GREEN.blue() * (1 + share * (light.blue() - 1)) + share * mirrored);
        }
        byte[] all = new byte[WIDTH * HEIGHT];
        Arrays.fill(all, (byte) 255);
        var surface = SurfaceLight.of(new Raster(WIDTH, HEIGHT, rgb), new Mask(WIDTH, HEIGHT, all), Finish.MATTE, .65);
        float[][] tint = surface.tint();
        int cell = surface.grid().rows() / 2 * surface.grid().columns()
                + surface.grid().columns() * 9 / 10;
        return new float[][] {{tint[0][cell] / tint[1][cell]}, {tint[2][cell] / tint[1][cell]}};
    }

    /** In a dim corner, where no sheen is looked for. */
    @Test
    void takesMirroredWhiteOnGreenForNoLilacLight() {
        float[][] seen = tint(new LinearRgb(.3f, .3f, .3f), .02f);

        assertThat(seen[0][0] * seen[1][0]).as("red and blue against green").isLessThan(1.35f);
    }

    @Test
    void keepsTheColourOfLampLightAndDaylight() {
        float[][] lamp = tint(new LinearRgb(1.25f, 1, .75f), 0);
        float[][] sky = tint(new LinearRgb(.8f, 1, 1.25f), 0);

        assertThat(lamp[0][0]).isBetween(1.15f, 1.35f);
        assertThat(lamp[1][0]).isBetween(.65f, .85f);
        assertThat(sky[0][0]).isBetween(.7f, .9f);
        assertThat(sky[1][0]).isBetween(1.15f, 1.35f);
    }
}
