package photoset.imaging.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.imaging.Mask;

/** The strings are those of pycocotools 2.0.11, {@code mask.encode(numpy.asfortranarray(...))}. */
class RleTest {
    @Test
    void packsASmallRectangle() {
        var mask = drawn(5, 4, (x, y) -> y >= 1 && y < 3 && x >= 1 && x < 4);

        assertThat(encoded(mask)).isEqualTo(new Rle(List.of(4, 5), "5220003"));
    }

    @Test
    void packsAFullMask() {
        assertThat(encoded(drawn(3, 3, (x, y) -> true)).counts()).isEqualTo("09");
    }

    @Test
    void packsNoPixelAsOneRunOfZeros() {
        assertThat(Rle.of(3, 3, new int[0], new int[0]).counts()).isEqualTo("9");
    }

    @Test
    void packsManyShortRuns() {
        var mask = drawn(9, 12, (x, y) -> (y * 7 + x * 5) % 3 == 0);

        assertThat(encoded(mask).counts())
                .isEqualTo("0120000010O0000010O000010O000010O0000010O000010O000010O0000010O00000");
    }

    @Test
    void packsAFrameWithAWindow() {
        var mask = drawn(
                90, 100, (x, y) -> y >= 20 && y < 70 && x >= 10 && x < 80 && !(y >= 30 && y < 40 && x >= 30 && x < 60));

        assertThat(encoded(mask).counts())
                .startsWith("lo0b1b10000000000000000000000000000000000000")
                .hasSize(328)
                .contains("hNhNd0X1\\OhNd0X1\\OhNd0")
                .endsWith("0000dn0");
    }

    @Test
    void packsLongRuns() {
        var mask =
                drawn(1600, 1200, (x, y) -> (x - 700) * (x - 700) / 250_000.0 + (y - 640) * (y - 640) / 90_000.0 < 1);

        var rle = encoded(mask);

        assertThat(rle.counts())
                .hasSize(2009)
                .startsWith("nT\\7U1ST1`0B<E:F:G8H8I6J6J6J6J6K4K6K4K6K4L4L4L4K6K4M2M4L4L4L");
    }

    @Test
    void unpacksWhatItPacked() {
        for (int height : List.of(1, 3, 40)) {
            var mask = drawn(57, height, (x, y) -> (x * x + 3 * y) % 11 < 5 && x % 19 != 7);

            assertThat(encoded(mask).mask().levels()).isEqualTo(mask.levels());
        }
        assertThat(encoded(Mask.empty(5, 4)).mask().area()).isZero();
        assertThat(encoded(drawn(3, 3, (x, y) -> true)).mask().area()).isEqualTo(9);
    }

    @Test
    void refusesLengthsOfAnotherSize() {
        var longer =
                new Rle(List.of(3, 3), encoded(drawn(9, 9, (x, y) -> x == y)).counts());

        assertThatThrownBy(longer::mask).isInstanceOf(IllegalArgumentException.class);
    }

    private static Rle encoded(Mask mask) {
        var runs = ColumnRuns.of(mask);
        int[] starts = new int[runs.size()];
        int[] ends = new int[runs.size()];
        for (int run = 0; run < runs.size(); run++) {
            starts[run] = runs.column(run) * mask.height() + runs.top(run);
            ends[run] = runs.column(run) * mask.height() + runs.bottom(run);
        }
        return Rle.of(mask.height(), mask.width(), starts, ends);
    }

    private interface Shape {
        boolean covers(int x, int y);
    }

    private static Mask drawn(int width, int height, Shape shape) {
        var alpha = new byte[width * height];
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = (byte) (shape.covers(i % width, i / width) ? 255 : 0);
        }
        return new Mask(width, height, alpha);
    }
}
