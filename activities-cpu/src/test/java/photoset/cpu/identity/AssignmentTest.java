package photoset.cpu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void findsTheGreatestSumOfAllAssignments() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            double[][] gain = new double[1 + random.nextInt(5)][1 + random.nextInt(5)];
            for (double[] row : gain) {
                for (int column = 0; column < row.length; column++) {
                    row[column] = random.nextInt(6) == 0 ? Double.NEGATIVE_INFINITY : random.nextGaussian();
                }
            }

            assertThat(sum(gain, Assignment.best(gain))).isCloseTo(best(gain, 0, 0), within(1e-9));
        }
    }

    @Test
    void leavesAloneWhatGainsNothing() {
        assertThat(Assignment.best(new double[][] {{-1, 0}, {Double.NEGATIVE_INFINITY, 2}}))
                .containsExactly(Assignment.NONE, 1);
        assertThat(Assignment.best(new double[0][])).isEmpty();
    }

    @Test
    void takesTwoGoodOnesBeforeTheBestOne() {
        assertThat(Assignment.best(new double[][] {{5, 4}, {4, 1}})).containsExactly(1, 0);
    }

    /** Its sum; fails if a column is taken twice or a match gains nothing. */
    private static double sum(double[][] gain, int[] columns) {
        double sum = 0;
        long taken = 0;
        for (int row = 0; row < columns.length; row++) {
            if (columns[row] != Assignment.NONE) {
                assertThat(taken & 1L << columns[row]).isZero();
                assertThat(gain[row][columns[row]]).isPositive();
                taken |= 1L << columns[row];
                sum += gain[row][columns[row]];
            }
        }
        return sum;
    }

    private static double best(double[][] gain, int row, long taken) {
        if (row == gain.length) {
            return 0;
        }
        double best = best(gain, row + 1, taken);
        for (int column = 0; column < gain[row].length; column++) {
            if ((taken & 1L << column) == 0) {
                best = Math.max(best, gain[row][column] + best(gain, row + 1, taken | 1L << column));
            }
        }
        return best;
    }
}
