package photoset.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizeTest {
    /** From Pillow 12: {@code Image.resize((w, h), BILINEAR)} of {@link #pattern}, the first twelve pixels. */
    private static final int[] SMALLER = {
        89, 126, 143, 134, 160, 135, 128, 127, 129, 96, 113, 151, 111, 123, 128, 108, 134, 132, //
        132, 151, 135, 128, 126, 138, 143, 149, 139, 111, 111, 125, 105, 145, 138, 150, 155, 139
    };

    private static final int[] LARGER = {
        0, 53, 106, 20, 73, 126, 46, 99, 152, 71, 124, 177, 97, 150, 203, 122, 175, 228, //
        148, 201, 254, 174, 227, 102, 199, 154, 49, 205, 22, 75, 54, 47, 100, 20, 73, 126
    };

    private static Raster pattern() {
        var rgb = new byte[9 * 6 * 3];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / 3;
            int row = pixel / 9;
            rgb[i] = (byte) (pixel % 9 * 37 + row * 91 + i % 3 * 53);
        }
        return new Raster(9, 6, rgb);
    }

    @Test
    void shrinksAsPillowDoes() {
        assertIsAbout(pattern().resized(4, 3), SMALLER);
    }

    @Test
    void growsAsPillowDoes() {
        assertIsAbout(pattern().resized(13, 8), LARGER);
    }

    private static void assertIsAbout(Raster picture, int[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(picture.rgb()[i] & 255).as("byte %d", i).isBetween(expected[i] - 1, expected[i] + 1);
        }
    }

    /** As torch does; rounded up, a picture at half its size would be brighter than before. */
    @ParameterizedTest
    @CsvSource({"100, 100", "101, 102"})
    void roundsHalfToEven(int level, int rounded) {
        byte[] stripes = new byte[64 * 48 * 3];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = (byte) (level + i / 3 % 2);
        }
        byte[] small = new Raster(64, 48, stripes).resized(32, 24).rgb();

        // Beside the middle of a row, since the first and the last column have fewer neighbours.
        assertThat(small[15 * 3] & 255).isEqualTo(rounded);
        assertThat(small[(12 * 32 + 16) * 3] & 255).isEqualTo(rounded);
    }

    /** Both orders of the axes; the weights of the old pixels are those of two crossed triangles. */
    @ParameterizedTest
    @CsvSource({"97, 61, 29, 17", "97, 61, 70, 50", "97, 61, 29, 50", "97, 61, 70, 17", "60, 40, 60, 9"})
    void aPictureIsAsCloseAsBytesCanBe(int width, int height, int newWidth, int newHeight) {
        byte[] rgb = new byte[width * height * 3];
        new Random(width).nextBytes(rgb);

        byte[] small =
                new Raster(width, height, rgb).resized(newWidth, newHeight).rgb();

        for (int i = 0; i < small.length; i++) {
            int channel = i % 3;
            double sum = 0;
            double weights = 0;
            for (int at = channel; at < rgb.length; at += 3) {
                double weight = triangle(at / 3 % width, i / 3 % newWidth, width, newWidth)
                        * triangle(at / 3 / width, i / 3 / newWidth, height, newHeight);
                sum += weight * (rgb[at] & 255);
                weights += weight;
            }
            assertThat((double) (small[i] & 255)).isCloseTo(sum / weights, within(.501));
        }
    }

    private static double triangle(int from, int to, int length, int newLength) {
        double step = (double) length / newLength;
        return Math.max(0, 1 - Math.abs(from + .5 - (to + .5) * step) / Math.max(1, step));
    }

    /** Within half a level of the exact value, and a hair for the weights' own rounding. */
    @ParameterizedTest
    @CsvSource({"7, 5, 31, 17", "64, 48, 640, 481", "50, 40, 20, 33", "33, 33, 33, 50"})
    void aMaskIsAsCloseAsBytesCanBe(int width, int height, int newWidth, int newHeight) {
        byte[] levels = new byte[width * height];
        new Random(width).nextBytes(levels);
        var mask = new Mask(width, height, levels);

        var resized = mask.resized(newWidth, newHeight);

        for (int i = 0; i < newWidth * newHeight; i++) {
            double column = Math.clamp((i % newWidth + .5) * width / newWidth - .5, 0, width - 1.0);
            int line = i / newWidth;
            double row = Math.clamp((line + .5) * height / newHeight - .5, 0, height - 1.0);
            assertThat((double) resized.at(i)).isCloseTo(exact(mask, column, row), within(.625));
        }
    }

    private static double exact(Mask mask, double column, double row) {
        int left = (int) column;
        int top = (int) row;
        int right = Math.min(left + 1, mask.width() - 1);
        int bottom = Math.min(top + 1, mask.height() - 1);
        double above = mix(mask.at(top * mask.width() + left), mask.at(top * mask.width() + right), column - left);
        double below =
                mix(mask.at(bottom * mask.width() + left), mask.at(bottom * mask.width() + right), column - left);
        return mix(above, below, row - top);
    }

    private static double mix(double one, double other, double share) {
        return one + share * (other - one);
    }
}
