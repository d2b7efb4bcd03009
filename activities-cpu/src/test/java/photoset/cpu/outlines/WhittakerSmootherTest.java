package photoset.cpu.outlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WhittakerSmootherTest {
    private static final int SIZE = 400;
    private static final double RADIUS = 60;
    private static final double SURE = 10;
    private static final double UNSURE = 1e-4;

    @Test
    void goesOnRoundWhereNothingIsSure() {
        double[] swaying = new double[SIZE];
        double[] weights = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            boolean isGap = i >= 30 && i < 60;
            swaying[i] = circle(i) + (isGap ? 3 * Math.sin(i) : 0);
            weights[i] = isGap ? UNSURE : SURE;
        }

        double[] smoothed = WhittakerSmoother.smoothed(swaying, weights);

        for (int i = 0; i < SIZE; i++) {
            assertThat(smoothed[i]).as("value %d", i).isCloseTo(circle(i), Offset.offset(.2));
        }
    }

    @Test
    void hasNoSeamWhereTheLineCloses() {
        double[] values = new double[SIZE];
        double[] turned = new double[SIZE];
        double[] weights = new double[SIZE];
        Arrays.fill(weights, .01);
        for (int i = 0; i < SIZE; i++) {
            values[i] = circle(i) + Math.sin(i);
            turned[(i + SIZE / 2) % SIZE] = values[i];
        }

        double[] smoothed = WhittakerSmoother.smoothed(values, weights);
        double[] smoothedTurned = WhittakerSmoother.smoothed(turned, weights);

        for (int i = 0; i < SIZE; i++) {
            assertThat(smoothed[i]).isCloseTo(smoothedTurned[(i + SIZE / 2) % SIZE], Offset.offset(1e-6));
        }
    }

    @Test
    void solvesALineShorterThanItsOverlap() {
        double[] three = {5, 5, 5};

        assertThat(WhittakerSmoother.smoothed(three, new double[] {1, 1e-3, 1}))
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(5, 5, 5);
    }

    private static double circle(int i) {
        return RADIUS * Math.cos(2 * Math.PI * i / SIZE);
    }
}
