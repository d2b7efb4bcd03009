package photoset.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickSelectTest {
    /** Few different values too, as bytes of a photo are. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void findsWhatSortingFinds(int different) {
        var random = new Random(different);
        for (int count = 1; count < 200; count++) {
            float[] values = new float[count + 3];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(different);
            }
            float[] sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            double share = random.nextDouble();

            assertThat(QuickSelect.at(share, values, count)).isEqualTo(sorted[(int) (share * (count - 1))]);
        }
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(QuickSelect.at(.5, new float[] {3}, 0)).isZero();
    }
}
