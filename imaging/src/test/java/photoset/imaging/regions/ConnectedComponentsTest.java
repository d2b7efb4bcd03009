package photoset.imaging.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photoset.imaging.Mask;

class ConnectedComponentsTest {
    private static final BitMask MASK = Sketches.mask(
            "##...#", //
            ".#..#.", "......", "###...");

    private static List<Integer> sizes(BitMask mask, Connectivity connectivity) {
        List<Integer> sizes = new ArrayList<>();
        new ConnectedComponents(mask).forEach(mask, connectivity, component -> sizes.add(component.size()));
        return sizes;
    }

    @Test
    void cornersConnectWhereTheyAreMeantTo() {
        assertThat(sizes(MASK, Connectivity.FOUR)).containsExactly(3, 1, 1, 3);
        assertThat(sizes(MASK, Connectivity.EIGHT)).containsExactly(3, 2, 3);
    }

    /** The end of a row and the beginning of the next are neighbours in memory only. */
    @Test
    void rowsDoNotConnectAroundTheBorder() {
        var mask = Sketches.mask("..#", "#..", "..#", "#..");

        assertThat(sizes(mask, Connectivity.FOUR)).containsExactly(1, 1, 1, 1);
        assertThat(sizes(mask, Connectivity.EIGHT)).containsExactly(1, 1, 1, 1);
    }

    @Test
    void aComponentKnowsItsShape() {
        var found = new ArrayList<String>();
        new ConnectedComponents(MASK)
                .forEach(MASK, Connectivity.FOUR, one -> found.add("%d %.2f".formatted(one.pixel(0), one.extent())));

        assertThat(found).containsExactly("0 0.75", "5 1.00", "10 1.00", "18 1.00");
    }

    @Test
    void bondsPartWhatTouches() {
        var mask = Sketches.mask("######", "######");
        List<int[]> halves = new ArrayList<>();
        new ConnectedComponents(mask)
                .forEach(mask, (one, other) -> one % 6 / 3 == other % 6 / 3, half -> halves.add(half.pixels()));

        assertThat(halves).hasSize(2);
        assertThat(IntStream.of(halves.getFirst()).sorted()).containsExactly(0, 1, 2, 6, 7, 8);
    }

    /** Two algorithms, one for small masks with a word for each pair, one for runs of photos: the same components. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void runsGiveTheSameComponents(int seed) {
        var random = new Random(seed);
        int width = 20 + 13 * seed;
        byte[] levels = new byte[width * 31];
        var mask = new BitMask(width, 31);
        for (int i = 0; i < levels.length; i++) {
            if (random.nextInt(5) < 2) {
                levels[i] = -1;
                mask.add(i);
            }
        }
        var runs = ColumnRuns.of(new Mask(width, 31, levels));
        var components = runs.components();
        int[] areas = new int[runs.size()];
        for (int run = 0; run < runs.size(); run++) {
            areas[components.find(run)] += runs.bottom(run) - runs.top(run);
        }

        assertThat(IntStream.of(areas).filter(area -> area > 0).boxed())
                .containsExactlyInAnyOrderElementsOf(sizes(mask, Connectivity.EIGHT));
    }

    @Test
    void theLeastMemberNamesItsSet() {
        var sets = new UnionFind(6);

        assertThat(sets.join(5, 3)).isEqualTo(3);
        assertThat(sets.join(4, 1)).isEqualTo(1);
        assertThat(sets.join(5, 4)).isEqualTo(1);
        assertThat(sets.join(3, 1)).isEqualTo(1);
        assertThat(IntStream.range(0, 6).map(sets::find)).containsExactly(0, 1, 2, 1, 1, 1);
    }
}
