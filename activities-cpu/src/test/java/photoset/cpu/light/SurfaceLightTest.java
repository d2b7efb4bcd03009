package photoset.cpu.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.workflows.rendering.Finish;

class SurfaceLightTest {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;

    /** Dark green tiles. */
    private static final LinearRgb GREEN = new LinearRgb(.03f, .09f, .02f);

    /** A wall in a light that is of another colour to the right, and of mirrored light on top. */
    private static SurfaceLight seen(LinearRgb light, LinearRgb mirrored) {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            float share = Math.clamp((i % WIDTH - .6f * WIDTH) / (.2f * WIDTH), 0f, 1f);
            rgb[i * 3] = Srgb.toByte(GREEN.red() * (1 + share * (light.red() - 1)) + share * mirrored.red());
            rgb[i * 3 + 1] = Srgb.toByte(GREEN.green() * (1 + share * (light.green() - 1)) + share * mirrored.green());
            rgb[i * 3 + 2] = Srgb.toByte(GREEN.blue() * (1 + share * (light.blue() - 1)) + share * mirrored.blue());
        }
        byte[] all = new byte[WIDTH * HEIGHT];
        Arrays.fill(all, (byte) 255);
        return SurfaceLight.of(new Raster(WIDTH, HEIGHT, rgb), new Mask(WIDTH, HEIGHT, all), Finish.MATTE, .65);
    }

    private static int atTheRight(SurfaceLight surface) {
        return surface.grid().rows() / 2 * surface.grid().columns()
                + surface.grid().columns() * 9 / 10;
    }

    /** How much red and how much blue there is in a light, against green. */
    private record Tint(float red, float blue) {}

    private static Tint tint(LinearRgb light, float mirrored) {
        return tint(seen(light, new LinearRgb(mirrored, mirrored, mirrored)));
    }

    private static Tint tint(SurfaceLight surface) {
        var tint = surface.tint();
        int cell = atTheRight(surface);
        return new Tint(tint.red()[cell] / tint.green()[cell], tint.blue()[cell] / tint.green()[cell]);
    }

    private static float sheen(LinearRgb light, float mirrored) {
        var surface = seen(light, new LinearRgb(mirrored, mirrored, mirrored));
        int cell = atTheRight(surface);
        float luminance = LinearRgb.luminance(
                GREEN.red() * light.red() + mirrored,
                GREEN.green() * light.green() + mirrored,
                GREEN.blue() * light.blue() + mirrored);
        return surface.sheen().slope()[cell] * luminance + surface.sheen().offset()[cell];
    }

    /** In a dim corner, where no sheen is looked for. */
    @Test
    void takesMirroredWhiteOnGreenForNoLilacLight() {
        var seen = tint(new LinearRgb(.3f, .3f, .3f), .02f);

        assertThat(seen.red() * seen.blue()).as("red and blue against green").isLessThan(1.35f);
    }

    @Test
    void keepsTheColourOfLampLightAndDaylight() {
        var lamp = tint(new LinearRgb(1.25f, 1, .75f), 0);
        var sky = tint(new LinearRgb(.8f, 1, 1.25f), 0);

        assertThat(lamp.red()).isBetween(1.15f, 1.35f);
        assertThat(lamp.blue()).isBetween(.65f, .85f);
        assertThat(sky.red()).isBetween(.7f, .9f);
        assertThat(sky.blue()).isBetween(1.15f, 1.35f);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", ".3, .3, .3", "1.25, 1, .75", ".4, .5, .63"})
    void findsWhatGreenMirrorsInShadeAndUnderALampToo(float red, float green, float blue) {
        assertThat(sheen(new LinearRgb(red, green, blue), .02f)).isCloseTo(.02f, within(.003f));
        assertThat(sheen(new LinearRgb(red, green, blue), 0)).isLessThan(.003f);
    }

    /** A beige floor in glossy tiles: what is not white of it is the colour of no light. */
    @Test
    void takesAMirroredFloorForNoLamp() {
        var surface = seen(new LinearRgb(.6f, .6f, .6f), new LinearRgb(.034f, .025f, .018f));

        assertThat(tint(surface).red()).as("red").isBetween(.95f, 1.3f);
        assertThat(tint(surface).blue()).as("blue").isBetween(.7f, 1.05f);
    }

    /** Smoothed over cells, half of the lamp beside its rim would count as a bright paint. */
    @Test
    void drawsAMirroredLampAsSharpAsThePhoto() {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            float lamp = i % WIDTH >= 240 && i % WIDTH < 270 ? .3f : 0;
            rgb[i * 3] = Srgb.toByte(GREEN.red() + lamp);
            rgb[i * 3 + 1] = Srgb.toByte(GREEN.green() + lamp);
            rgb[i * 3 + 2] = Srgb.toByte(GREEN.blue() + lamp);
        }
        byte[] all = new byte[WIDTH * HEIGHT];
        Arrays.fill(all, (byte) 255);
        var surface = SurfaceLight.of(new Raster(WIDTH, HEIGHT, rgb), new Mask(WIDTH, HEIGHT, all), Finish.MATTE, .65);
        var sheen = surface.sheen();
        var row = surface.grid().reader(Map.of(Line.SLOPE, sheen.slope(), Line.OFFSET, sheen.offset()));
        row.row(HEIGHT / 2);

        assertThat(sheen(row, 241, GREEN.luminance() + .3f)).isCloseTo(.3f, within(.02f));
        assertThat(sheen(row, 238, GREEN.luminance())).isLessThan(.02f);
    }

    private enum Line {
        SLOPE,
        OFFSET
    }

    private static float sheen(LightRow<Line> row, int x, float luminance) {
        int start = row.start(x);
        float share = row.share(x);
        return row.at(start, share, Line.SLOPE) * luminance + row.at(start, share, Line.OFFSET);
    }
}
