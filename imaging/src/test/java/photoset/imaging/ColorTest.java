package photoset.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColorTest {
    @Test
    void everyByteSurvivesLinearLight() {
        for (int value = 0; value < 256; value++) {
            assertThat(Srgb.toByte(Srgb.linear((byte) value)) & 255).isEqualTo(value);
        }
    }

    @Test
    void clipsLightThatNoByteHolds() {
        assertThat(Srgb.toByte(-.5f)).isZero();
        assertThat(Srgb.toByte(7f) & 255).isEqualTo(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#9caf88", "#000000", "#ffffff", "#1f3a5f"})
    void readsAndWritesTheSameHex(String hex) {
        assertThat(LinearRgb.of(hex).hex()).isEqualTo(hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9caf88", "#9caf8", "#9caf888", "#gggggg", "sage"})
    void refusesWhatIsNoHex(String text) {
        assertThatThrownBy(() -> LinearRgb.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsLabOfAPictureAsOfEachPixel() {
        byte[] rgb = new byte[256 * 16 * 3];
        new Random(3).nextBytes(rgb);
        for (int i = 0; i < 256 * 3; i++) {
            rgb[i] = (byte) (i / 3);
        }
        var picture = new Raster(256, 16, rgb);

        var planes = Lab.planes(picture);

        for (int i = 0; i < picture.pixels(); i++) {
            var lab = Lab.of(picture.at(i));
            assertThat(planes.l()[i]).isCloseTo((float) lab.l(), within(2e-4f));
            assertThat(planes.a()[i]).isCloseTo((float) lab.a(), within(5e-4f));
            assertThat(planes.b()[i]).isCloseTo((float) lab.b(), within(5e-4f));
        }
    }

    /** Values of the CSS Color 4 sample code. */
    @ParameterizedTest
    @CsvSource({"#ffffff, 100, 0, 0", "#ff0000, 53.24, 80.09, 67.20", "#0000ff, 32.30, 79.19, -107.86"})
    void knowsLabOfThePrimaries(String hex, double l, double a, double b) {
        var lab = Lab.of(LinearRgb.of(hex));

        assertThat(lab.l()).isCloseTo(l, within(.02));
        assertThat(lab.a()).isCloseTo(a, within(.02));
        assertThat(lab.b()).isCloseTo(b, within(.02));
    }

    @Test
    void leavesColoursThatAScreenShowsAlone() {
        float[] rgb = {.2f, 1f, .7f};
        Oklab.fit(rgb);

        assertThat(rgb).containsExactly(.2f, 1f, .7f);
    }

    @Test
    void bringsColoursBackAtTheirLightnessAndHue() {
        var random = new Random(4);
        for (int i = 0; i < 1000; i++) {
            float[] wanted = {random.nextFloat(1.6f), random.nextFloat(1.6f), random.nextFloat(1.6f)};
            float[] shown = wanted.clone();
            Oklab.fit(shown);

            assertThat(shown)
                    .satisfies(rgb -> assertThat(rgb[0]).isBetween(0f, 1f))
                    .satisfies(rgb -> assertThat(rgb[1]).isBetween(0f, 1f))
                    .satisfies(rgb -> assertThat(rgb[2]).isBetween(0f, 1f));
            float lightness = Math.min(1, Oklab.lightness(wanted));
            assertThat(Oklab.lightness(shown)).isCloseTo(lightness, within(.003f));
            float[] before = Oklab.chroma(wanted);
            float[] after = Oklab.chroma(shown);
            // The cross product of both directions: 0 when the hue is the same.
            assertThat(before[0] * after[1] - before[1] * after[0]).isCloseTo(0, within(.0005f));
            assertThat(Math.hypot(after[0], after[1])).isLessThanOrEqualTo(Math.hypot(before[0], before[1]) + .001);
        }
    }
}
