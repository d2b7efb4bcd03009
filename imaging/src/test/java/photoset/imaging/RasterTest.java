package photoset.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasterTest {
    /** A picture whose red bytes are the given letters. */
    private static Raster letters(int width, String letters) {
        byte[] rgb = new byte[letters.length() * 3];
        for (int i = 0; i < letters.length(); i++) {
            rgb[i * 3] = (byte) letters.charAt(i);
        }
        return new Raster(width, letters.length() / width, rgb);
    }

    private static String letters(Raster picture) {
        var text = new StringBuilder();
        for (int i = 0; i < picture.pixels(); i++) {
            text.append((char) picture.rgb()[i * 3]);
        }
        return text.toString();
    }

    /** The stored rows {@code abc / def} as EXIF says that they are to be seen. */
    @ParameterizedTest
    @CsvSource({
        "1, 3, abcdef",
        "2, 3, cbafed",
        "3, 3, fedcba",
        "4, 3, defabc",
        "5, 2, adbecf",
        "6, 2, daebfc",
        "7, 2, fcebda",
        "8, 2, cfbead"
    })
    void turnsUpright(int orientation, int width, String rows) {
        var upright = Upright.turned(letters(3, "abcdef"), orientation);

        assertThat(upright.width()).isEqualTo(width);
        assertThat(letters(upright)).isEqualTo(rows);

        byte[] profile = {7};
        var stored = new ProfiledRaster(3, 2, letters(3, "abcdef").rgb(), profile);
        var profiled = Upright.turned(stored, orientation);
        assertThat(profiled.width()).isEqualTo(width);
        assertThat(profiled.rgb()).isEqualTo(upright.rgb());
        assertThat(profiled.profile()).isEqualTo(profile);
    }

    @Test
    void refusesBytesOfAnotherSize() {
        assertThatThrownBy(() -> new Raster(2, 2, new byte[11])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ProfiledRaster(2, 2, new byte[11], new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesSmallerByTheMeanAndNeverLarger() {
        byte[] stripes = new byte[64 * 48 * 3];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = (byte) (i / 3 % 2 == 0 ? 200 : 100);
        }
        var picture = new Raster(64, 48, stripes);
        var small = Downscale.toLongSide(picture, 16);

        assertThat(small.width()).isEqualTo(16);
        assertThat(small.height()).isEqualTo(12);
        // Lines finer than a pixel become their mean instead of a pattern.
        for (byte value : small.rgb()) {
            assertThat(value & 255).isBetween(145, 155);
        }
        assertThat(Downscale.toLongSide(picture, 64)).isSameAs(picture);
        assertThat(Downscale.toLongSide(picture, 1000)).isSameAs(picture);
    }

    @Test
    void keepsAtLeastOnePixelOfALine() {
        assertThat(Downscale.toLongSide(new Raster(3000, 16, new byte[3000 * 16 * 3]), 100)
                        .height())
                .isEqualTo(1);
    }

    @Test
    void blursWithoutLosingLight() {
        float[] plane = new float[101 * 101];
        plane[50 * 101 + 50] = 1;
        new Blur(101, 101).gaussian(plane, 5);

        double sum = 0;
        double variance = 0;
        for (int i = 0; i < plane.length; i++) {
            sum += plane[i];
            variance += plane[i] * Math.pow(i % 101 - 50, 2);
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
        assertThat(Math.sqrt(variance)).isCloseTo(5, within(.5));
    }

    @ParameterizedTest
    @CsvSource({".8, .795", "1, .997"})
    void aSmallBlurIsAGaussian(double sigma, double cutOff) {
        float[] plane = new float[21 * 15];
        plane[7 * 21 + 10] = 1;
        new Blur(21, 15).convolve(plane, sigma);

        double sum = 0;
        double across = 0;
        double down = 0;
        for (int i = 0; i < plane.length; i++) {
            int row = i / 21;
            sum += plane[i];
            across += plane[i] * Math.pow(i % 21 - 10, 2);
            down += plane[i] * Math.pow(row - 7, 2);
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
        assertThat(Math.sqrt(across)).isCloseTo(cutOff, within(.002));
        assertThat(down).isCloseTo(across, within(1e-6));
    }

    @Test
    void leavesAnEvenPlaneEven() {
        float[] plane = new float[20 * 10];
        Arrays.fill(plane, .25f);
        new Blur(20, 10).gaussian(plane, 4);

        new Blur(20, 10).convolve(plane, 1);

        for (float value : plane) {
            assertThat(value).isCloseTo(.25f, within(1e-5f));
        }
    }

    @Test
    void whatWasLaidOnWhiteAndLiftedLiesThereAgain() {
        for (int value = 0; value < 256; value++) {
            for (int opacity = 0; opacity < 256; opacity++) {
                int laid = Raster.overWhite(value, opacity) & 255;
                int lifted = Raster.underWhite(laid, opacity) & 255;
                assertThat(Raster.overWhite(lifted, opacity) & 255).isEqualTo(laid);
            }
        }
    }
}
