package photoset.cpu.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RepetitionTest {
    private static final int COLUMNS = 70;
    private static final int ROWS = 45;

    /** Joints every nine columns and seven rows, with a hole in the middle. */
    private static Repetition tiles() {
        float[] values = new float[COLUMNS * ROWS];
        float[] weights = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int x = i % COLUMNS;
            int y = i / COLUMNS;
            weights[i] = x > 25 && x < 45 && y > 15 && y < 30 ? 0 : 1;
            values[i] = weights[i] * (x % 9 == 0 || y % 7 == 0 ? 3 : -.9f);
        }
        return new Repetition(values, weights, COLUMNS);
    }

    @Test
    void aPatternIsAlikeAfterItsPeriodsAndNotBetweenThem() {
        var tiles = tiles();

        for (int[] move : new int[][] {{9, 0}, {0, 7}, {-9, 7}, {18, -14}}) {
            assertThat(tiles.at(move[0], move[1])).isGreaterThan(.6f);
            assertThat(tiles.at(move[0] + 4, move[1] + 3)).isLessThan(.2f);
        }
        assertThat(tiles.strongest(5)).isGreaterThan(.8f);
    }

    @Test
    void noiseIsLikeItselfNowhere() {
        var random = new Random(7);
        float[] values = new float[COLUMNS * ROWS];
        float[] weights = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            weights[i] = 1;
            values[i] = (float) random.nextGaussian();
        }
        var noise = new Repetition(values, weights, COLUMNS);

        assertThat(noise.deviation()).isEqualTo(1, within(.1f));
        assertThat(noise.strongest(1)).isLessThan(.15f);
    }

    @Test
    void whatTheTransformSaysIsWhatSumsSay() {
        var random = new Random(9);
        float[] values = new float[11 * 6];
        float[] weights = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            weights[i] = i % 5 == 0 ? 0 : 1;
            values[i] = weights[i] * (float) random.nextGaussian();
        }
        var fast = new Repetition(values, weights, 11);

        for (int down = -5; down < 6; down++) {
            for (int across = -10; across < 11; across++) {
                assertThat(fast.at(across, down)).isEqualTo(summed(values, weights, across, down), within(1e-4f));
            }
        }
    }

    private static float summed(float[] values, float[] weights, int across, int down) {
        double products = 0;
        double here = 0;
        double moved = 0;
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            all += values[i] * values[i];
            int x = i % 11 + across;
            int y = i / 11 + down;
            if (x >= 0 && x < 11 && y >= 0 && y < 6) {
                int there = y * 11 + x;
                products += values[i] * values[there];
                here += weights[there] * values[i] * values[i];
                moved += weights[i] * values[there] * values[there];
            }
        }
        return (float) (products / (Math.sqrt(here * moved) + .15 * all));
    }

    @Test
    void aPlaneOfNothingIsLikeNothing() {
        assertThat(new Repetition(new float[12], new float[12], 4).strongest(1)).isZero();
    }
}
