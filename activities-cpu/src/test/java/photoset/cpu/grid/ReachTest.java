package photoset.cpu.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
    /** Wider than the stripes in which columns are worked on, narrower, and smaller than the reach. */
    @ParameterizedTest
    @CsvSource({"300, 40, 3", "60, 90, 16", "5, 4, 9", "7, 1, 1", "20, 20, 0"})
    void growsByASquare(int columns, int rows, int reach) {
        var random = new Random(columns);
        boolean[] field = new boolean[columns * rows];
        for (int i = 0; i < field.length; i++) {
            field[i] = random.nextInt(200) == 0;
        }
        field[0] = true;

        boolean[] grown = Reach.square(field, columns, reach);

        for (int i = 0; i < field.length; i++) {
            assertThat(grown[i]).as("node %d", i).isEqualTo(isNear(field, columns, i, reach));
        }
    }

    private static boolean isNear(boolean[] field, int columns, int node, int reach) {
        for (int i = 0; i < field.length; i++) {
            boolean near =
                    Math.abs(i % columns - node % columns) <= reach && Math.abs(i / columns - node / columns) <= reach;
            if (field[i] && near) {
                return true;
            }
        }
        return false;
    }
}
