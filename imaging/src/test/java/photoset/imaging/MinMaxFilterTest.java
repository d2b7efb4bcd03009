package photoset.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinMaxFilterTest {
    /** Blocks that end at the border and beyond it, and a reach farther than the plane. */
    @ParameterizedTest
    @CsvSource({"9, 6, 1", "10, 7, 2", "31, 5, 7", "4, 3, 9", "1, 12, 2"})
    void findsTheExtremesOfTheSquareAroundEachPlace(int columns, int rows, int reach) {
        var random = new Random(columns);
        float[] plane = new float[columns * rows];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = random.nextFloat() - .5f;
        }
        float[] greatest = plane.clone();
        float[] least = plane.clone();
        new MinMaxFilter(columns, rows, reach).greatest(greatest);
        new MinMaxFilter(columns, rows, reach).least(least);

        for (int at = 0; at < plane.length; at++) {
            float most = Float.NEGATIVE_INFINITY;
            float fewest = Float.POSITIVE_INFINITY;
            for (int i = 0; i < plane.length; i++) {
                if (Math.abs(i % columns - at % columns) <= reach && Math.abs(i / columns - at / columns) <= reach) {
                    most = Math.max(most, plane[i]);
                    fewest = Math.min(fewest, plane[i]);
                }
            }
            assertThat(greatest[at]).as("greatest at %d", at).isEqualTo(most);
            assertThat(least[at]).as("least at %d", at).isEqualTo(fewest);
        }
    }

    @Test
    void closingTakesAwayWhatIsDarkAndNarrow() {
        float[] plane = {1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0};
        float[] all = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

        assertThat(new MinMaxFilter(11, 1, 1).closed(plane, all)).containsExactly(1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0);
    }
}
