package photoset.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    @Test
    void growsLinearlyBetweenPixelCentres() {
        var mask = new Mask(2, 1, new byte[] {0, (byte) 200});

        assertThat(mask.resized(4, 1).levels()).containsExactly(0, 50, 150, (byte) 200);
        assertThat(mask.resized(8, 2).levels()).startsWith(0, 0, 25, 75).hasSize(16);
        assertThat(mask.resized(8, 2).at(7)).isEqualTo(200);
    }

    @Test
    void keepsFullAndEmptyAsTheyAre() {
        var full = new byte[4];
        Arrays.fill(full, (byte) 255);
        var mask = new Mask(2, 2, full).resized(7, 5);

        assertThat(mask.levels()).containsOnly(255);
        assertThat(mask.area()).isEqualTo(35);
        assertThat(Mask.empty(3, 2).resized(7, 5).levels()).containsOnly(0);
    }

    @Test
    void findsTheNextPixelWithAnyLevel() {
        var mask = Mask.empty(150, 100);
        for (int i : new int[] {0, 7, 8, 9_000, 14_998}) {
            mask.levels()[i] = 1;
        }

        assertThat(mask.next(0, 15_000)).isZero();
        assertThat(mask.next(1, 15_000)).isEqualTo(7);
        assertThat(mask.next(8, 15_000)).isEqualTo(8);
        assertThat(mask.next(9, 15_000)).isEqualTo(9_000);
        assertThat(mask.next(9, 9_000)).isEqualTo(9_000);
        assertThat(mask.next(9, 100)).isEqualTo(100);
        assertThat(mask.next(14_999, 15_000)).isEqualTo(15_000);
    }

    @Test
    void staysWhatItIsAtItsOwnSize() {
        var levels = new byte[] {0, 1, 127, (byte) 128, (byte) 254, (byte) 255};
        var mask = new Mask(3, 2, levels);

        assertThat(mask.resized(3, 2)).isSameAs(mask);
        assertThat(mask.area()).isEqualTo(3);
    }

    /** What is flat is filled at a stroke; each pixel must be what its four neighbours say. */
    @ParameterizedTest
    @CsvSource({"64, 48, 151, 113", "64, 48, 640, 481", "64, 48, 40, 30", "64, 48, 64, 90", "1, 1, 9, 7"})
    void isInterpolatedPixelByPixel(int width, int height, int newWidth, int newHeight) {
        var mask = Mask.empty(width, height);
        var random = new Random(newWidth);
        for (int thing = 0; thing < 6; thing++) {
            int left = random.nextInt(width);
            int right = left + 1 + random.nextInt(width - left);
            byte level = (byte) random.nextInt(256);
            for (int y = random.nextInt(height); y < height; y += 1 + thing) {
                Arrays.fill(mask.levels(), y * width + left, y * width + right, level);
            }
        }
        var resized = mask.resized(newWidth, newHeight);
        var columns = Interpolation.of(newWidth, width);
        var rows = Interpolation.of(newHeight, height);

        for (int y = 0, i = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++, i++) {
                int upper = rows.low(y) * width;
                int lower = rows.high(y) * width;
                float left = rows.mix(y, mask.at(upper + columns.low(x)), mask.at(lower + columns.low(x)));
                float right = rows.mix(y, mask.at(upper + columns.high(x)), mask.at(lower + columns.high(x)));
                assertThat((double) resized.at(i)).isCloseTo(columns.mix(x, left, right), within(.7));
            }
        }
    }

    @Test
    void hasAByteForEveryPixel() {
        assertThatThrownBy(() -> new Mask(2, 2, new byte[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mask(2, 2, new byte[5])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void erodes() {
        var mask = Mask.empty(20, 20);
        for (int y = 5; y < 15; y++) {
            Arrays.fill(mask.levels(), y * 20 + 5, y * 20 + 15, (byte) 255);
        }

        assertThat(mask.solid(8, 8, 3, 250)).isTrue();
        assertThat(mask.solid(7, 8, 3, 250)).isFalse();
        assertThat(mask.solid(5, 5, 0, 250)).isTrue();
        assertThat(mask.count(1)).isEqualTo(100);
    }
}
