package photoset.cpu.brushes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photoset.cpu.painting.Layer;
import photoset.cpu.painting.PaintOrder;
import photoset.cpu.painting.Painted;
import photoset.cpu.painting.Painter;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Oklab;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.rendering.ResolvedAction.Background;
import photoset.workflows.rendering.ResolvedAction.Blur;
import photoset.workflows.rendering.ResolvedAction.Tone;

/** What tone, background and blur make of surfaces whose light is known. */
class ActionPixelsTest {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 180;
    private static final Tone SAME = new Tone("Body", 0, 1, 0, 0, 1, 0);

    /** Light of a pixel by its column and row. */
    private interface Scene {
        LinearRgb at(int x, int y);
    }

    private static Raster photo(Scene scene) {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            var color = scene.at(i % WIDTH, i / WIDTH);
            rgb[i * 3] = Srgb.toByte(color.red());
            rgb[i * 3 + 1] = Srgb.toByte(color.green());
            rgb[i * 3 + 2] = Srgb.toByte(color.blue());
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    private static LinearRgb grey(double light) {
        return new LinearRgb((float) light, (float) light, (float) light);
    }

    private static Raster even(String hex) {
        return photo((x, y) -> LinearRgb.of(hex));
    }

    private static Mask full() {
        var mask = Mask.empty(WIDTH, HEIGHT);
        Arrays.fill(mask.levels(), (byte) 255);
        return mask;
    }

    private static Painted painted(Raster photo, Mask mask, ResolvedAction action) {
        return new Painter(step -> {}).paint(new PaintOrder(photo, List.of(new Layer(action, mask)), List.of(), false));
    }

    private static LinearRgb toned(String hex, Tone tone) {
        return painted(even(hex), full(), tone).picture().at(WIDTH * 90 + 120);
    }

    private static double hueDegrees(LinearRgb color) {
        float[] chroma = Oklab.chroma(new float[] {color.red(), color.green(), color.blue()});
        return Math.toDegrees(Math.atan2(chroma[1], chroma[0]));
    }

    private static double chroma(LinearRgb color) {
        float[] chroma = Oklab.chroma(new float[] {color.red(), color.green(), color.blue()});
        return Math.hypot(chroma[0], chroma[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#0a0a0a", "#808080", "#c04020", "#2040d0", "#fefefe", "#ffffff"})
    void aToneThatAsksForNothingChangesNothing(String hex) {
        assertThat(toned(hex, SAME).hex()).isEqualTo(hex);
    }

    @Test
    void aStopOfExposureDoublesTheLight() {
        float before = LinearRgb.of("#505050").luminance();

        assertThat(toned("#505050", new Tone("Body", 1, 1, 0, 0, 1, 0)).luminance())
                .isCloseTo(2 * before, within(.004f));
        assertThat(toned("#505050", new Tone("Body", -1, 1, 0, 0, 1, 0)).luminance())
                .isCloseTo(before / 2, within(.004f));
    }

    @Test
    void moreExposureKeepsBrightSurfacesApart() {
        var bright = toned("#d0d0d0", new Tone("Body", 1, 1, 0, 0, 1, 0));
        var brighter = toned("#f0f0f0", new Tone("Body", 1, 1, 0, 0, 1, 0));

        assertThat(bright.luminance()).isLessThan(brighter.luminance() - .02f);
        assertThat(brighter.luminance()).isLessThanOrEqualTo(1);
    }

    @Test
    void contrastTurnsAroundMiddleGrey() {
        var hard = new Tone("Body", 0, 1.5, 0, 0, 1, 0);

        assertThat(toned("#767676", hard).luminance()).isCloseTo(.18f, within(.005f));
        assertThat(toned("#404040", hard).luminance())
                .isLessThan(LinearRgb.of("#404040").luminance());
        assertThat(toned("#a0a0a0", hard).luminance())
                .isGreaterThan(LinearRgb.of("#a0a0a0").luminance());
    }

    @Test
    void saturationKeepsHueAndLightness() {
        var before = LinearRgb.of("#8a6f5a");
        var after = toned("#8a6f5a", new Tone("Body", 0, 1, 0, 0, 1.5, 0));
        var none = toned("#8a6f5a", new Tone("Body", 0, 1, 0, 0, 0, 0));

        assertThat(chroma(after)).isCloseTo(1.5 * chroma(before), within(.004));
        assertThat(hueDegrees(after)).isCloseTo(hueDegrees(before), within(2.0));
        assertThat(chroma(none)).isLessThan(.004);
    }

    @Test
    void whiteBalanceWarmsAndCoolsWithoutTurningGreyDark() {
        var warm = toned("#808080", new Tone("Body", 0, 1, 60, 0, 1, 0));
        var cool = toned("#808080", new Tone("Body", 0, 1, -60, 0, 1, 0));
        var magenta = toned("#808080", new Tone("Body", 0, 1, 0, 60, 1, 0));

        assertThat(warm.red()).isGreaterThan(warm.blue() * 1.2f);
        assertThat(cool.blue()).isGreaterThan(cool.red() * 1.2f);
        assertThat(magenta.green()).isLessThan(Math.min(magenta.red(), magenta.blue()));
        assertThat(warm.luminance()).isCloseTo(LinearRgb.of("#808080").luminance(), within(.01f));
    }

    @Test
    void glossAddsSheenAndMatteTakesItAway() {
        var vase = photo((x, y) -> grey(.2 + .3 * Math.exp(-Math.pow((x - 120) / 4.0, 2))));
        int sheen = WIDTH * 90 + 120;
        int dull = WIDTH * 90 + 20;
        var glossy = painted(vase, full(), new Tone("Body", 0, 1, 0, 0, 1, .8)).picture();
        var matte = painted(vase, full(), new Tone("Body", 0, 1, 0, 0, 1, -1)).picture();

        assertThat(glossy.at(sheen).luminance()).isGreaterThan(vase.at(sheen).luminance() * 1.2f);
        assertThat(matte.at(sheen).luminance()).isLessThan(vase.at(sheen).luminance() * .8f);
        assertThat(glossy.at(dull).hex()).isEqualTo(vase.at(dull).hex());
        assertThat(matte.at(dull).hex()).isEqualTo(vase.at(dull).hex());
    }

    /** A grey backdrop that darkens upwards, with the soft shadow of something at its centre. */
    private static double backdrop(int x, int y) {
        return .45 * Math.exp(-.4 * (1 - y / (double) HEIGHT)) * (1 - shade(x, y));
    }

    private static double shade(int x, int y) {
        return .5 * Math.exp(-(Math.pow((x - 150) / 22.0, 2) + Math.pow((y - 120) / 9.0, 2)));
    }

    private static Mask behindTheProduct() {
        var mask = full();
        for (int y = 40; y < 118; y++) {
            Arrays.fill(mask.levels(), y * WIDTH + 120, y * WIDTH + 180, (byte) 0);
        }
        return mask;
    }

    private static Painted onNewGround(@Nullable String color, double shadow) {
        var photo = photo((x, y) -> grey(backdrop(x, y)));
        return painted(photo, behindTheProduct(), new Background("Background", color, shadow));
    }

    @Test
    void aNewBackgroundIsEvenAndKeepsTheSoftShadow() {
        var picture = onNewGround("#e8f0f4", 1).picture();
        var wanted = LinearRgb.of("#e8f0f4");

        for (int i : new int[] {WIDTH * 10 + 10, WIDTH * 90 + 20, WIDTH * 170 + 30, WIDTH * 20 + 220}) {
            assertThat(ColorDifference.ciede2000(Lab.of(picture.at(i)), Lab.of(wanted)))
                    .isLessThan(1);
        }
        int shaded = WIDTH * 120 + 150;
        assertThat(picture.at(shaded).luminance() / wanted.luminance())
                .isCloseTo((float) (1 - shade(150, 120)), within(.1f));
    }

    @Test
    void theShadowGoesWhenNotWanted() {
        var picture = onNewGround("#e8f0f4", 0).picture();

        assertThat(picture.at(WIDTH * 120 + 150).hex()).isEqualTo("#e8f0f4");
    }

    @Test
    void aTransparentBackgroundLeavesTheShadowAsBlackThatHides() {
        var cut = onNewGround(null, 1);
        var opacity = Objects.requireNonNull(cut.opacity());

        assertThat(opacity.at(WIDTH * 10 + 10)).isZero();
        assertThat(opacity.at(WIDTH * 80 + 150)).isEqualTo(255);
        assertThat(opacity.at(WIDTH * 120 + 150) / 255.0).isCloseTo(shade(150, 120), within(.1));
        assertThat(cut.picture().at(WIDTH * 120 + 150).hex()).isEqualTo("#000000");
        assertThat(cut.picture().same(photo((x, y) -> grey(backdrop(x, y))), WIDTH * 80 + 150))
                .isTrue();
    }

    @Test
    void blurLeavesNothingToReadAndBleedsNothingIn() {
        var label = photo((x, y) -> x >= 60 && x < 180 && y >= 50 && y < 130
                ? grey((x / 6 + y / 6) % 2 == 0 ? .05 : .6)
                : new LinearRgb(.7f, 0, 0));
        var mask = Mask.empty(WIDTH, HEIGHT);
        for (int y = 50; y < 130; y++) {
            Arrays.fill(mask.levels(), y * WIDTH + 60, y * WIDTH + 180, (byte) 255);
        }
        var picture = painted(label, mask, new Blur("Label_Text", 1)).picture();

        for (int x = 60; x < 180; x += 3) {
            var color = picture.at(90 * WIDTH + x);
            assertThat(color.luminance()).isCloseTo(.325f, within(.04f));
            assertThat(color.red()).isCloseTo(color.blue(), within(.01f));
        }
    }
}
