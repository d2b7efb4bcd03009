package photoset.cpu.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Beside every labeling there is. */
class SeamLabelsTest {
    private static final int COLUMNS = 4;
    private static final int ROWS = 3;
    private static final int NODES = COLUMNS * ROWS;

    private final int[][] neighbors = new int[4][NODES];

    SeamLabelsTest() {
        for (int i = 0; i < NODES; i++) {
            neighbors[0][i] = i % COLUMNS < COLUMNS - 1 ? i + 1 : -1;
            neighbors[1][i] = i % COLUMNS > 0 ? i - 1 : -1;
            neighbors[2][i] = i < NODES - COLUMNS ? i + COLUMNS : -1;
            neighbors[3][i] = i >= COLUMNS ? i - COLUMNS : -1;
        }
    }

    private long cost(int[] labels, int[][] own, SeamLabels.Seams seams) {
        long sum = 0;
        for (int i = 0; i < NODES; i++) {
            sum += own[labels[i]][i];
            for (int direction = 0; direction < 4; direction += 2) {
                int next = neighbors[direction][i];
                sum += next < 0 ? 0 : seams.cost(i, next, labels[i], labels[next]);
            }
        }
        return sum;
    }

    private static int[][] own(int labels, Random random) {
        int[][] own = new int[labels][NODES];
        for (int[] costs : own) {
            Arrays.setAll(costs, i -> random.nextInt(20));
        }
        return own;
    }

    /** What a seam costs there is drawn once for each pair of places. */
    private static SeamLabels.Seams seams(Random random) {
        int[] costs = random.ints(2 * NODES, 1, 12).toArray();
        return (first, second, one, two) -> one == two ? 0 : costs[second - first == 1 ? first : NODES + first];
    }

    @RepeatedTest(20)
    void ofTwoPicturesNoSeamIsCheaper(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        int[][] own = own(2, random);
        var seams = seams(random);
        long least = Long.MAX_VALUE;
        for (int all = 0; all < 1 << NODES; all++) {
            int bits = all;
            int[] labels = new int[NODES];
            Arrays.setAll(labels, i -> bits >> i & 1);
            least = Math.min(least, cost(labels, own, seams));
        }

        assertThat(cost(new SeamLabels(neighbors, own, seams).best(), own, seams))
                .isEqualTo(least);
    }

    /** Boykov, Veksler and Zabih 2001: of many pictures no single one at more places would be cheaper. */
    @RepeatedTest(5)
    void ofManyPicturesNoOneIsWorthMorePlaces(RepetitionInfo info) {
        var random = new Random(100 + info.getCurrentRepetition());
        int[][] own = own(4, random);
        var seams = seams(random);
        int[] best = new SeamLabels(neighbors, own, seams).best();
        long found = cost(best, own, seams);

        for (int to = 0; to < own.length; to++) {
            for (int all = 0; all < 1 << NODES; all++) {
                int bits = all;
                int label = to;
                int[] labels = new int[NODES];
                Arrays.setAll(labels, i -> (bits >> i & 1) == 1 ? label : best[i]);
                assertThat(cost(labels, own, seams)).isGreaterThanOrEqualTo(found);
            }
        }
    }

    @Test
    void whereItMakesNoDifferenceTheFirstStays() {
        assertThat(new SeamLabels(neighbors, new int[3][NODES], (first, second, one, two) -> 0).best())
                .containsOnly(0);
    }
}
