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
        ConnectedComponents.forEach(mask, connectivity, component -> sizes.add(component.size()));
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
        ConnectedComponents.forEach(
                MASK, Connectivity.FOUR, one -> found.add("%d %.2f".formatted(one.pixel(0), one.extent())));

        assertThat(found).containsExactly("0 0.75", "5 1.00", "10 1.00", "18 1.00");
    }

    @Test
    void bondsPartWhatTouches() {
        var mask = Sketches.mask("######", "######");
        List<int[]> halves = new ArrayList<>();
        var bonds = Bonds.of(6, 2, (one, other) -> one % 6 / 3 == other % 6 / 3);
        ConnectedComponents.forEach(mask, bonds, half -> halves.add(half.pixels()));

        assertThat(halves).containsExactly(new int[] {0, 1, 2, 6, 7, 8}, new int[] {3, 4, 5, 9, 10, 11});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void bondsAreFollowedInAllDirections(int seed) {
        var random = new Random(seed);
        int columns = 1 + random.nextInt(70);
        int rows = 1 + random.nextInt(30);
        var mask = new BitMask(columns, rows);
        int[] shades = random.ints((long) columns * rows, 0, 3).toArray();
        for (int i = 0; i < shades.length; i++) {
            if (random.nextInt(10) < 8) {
                mask.add(i);
            }
        }
        Bonds.Pair alike = (one, other) -> Math.abs(shades[one] - shades[other]) < 2;
        List<int[]> found = new ArrayList<>();
        ConnectedComponents.forEach(mask, Bonds.of(columns, rows, alike), piece -> found.add(piece.pixels()));

        assertThat(found).containsExactlyElementsOf(new FloodFill(mask, Connectivity.FOUR, alike).components());
    }

    @Test
    void pixelsBelowALimitAreAdded() {
        var random = new Random(1);
        float[] values = new float[150];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        for (int first : new int[] {0, 1, 63, 64, 100}) {
            for (int count : new int[] {0, 1, 64, 65, 150}) {
                var mask = new BitMask(30, 10);
                mask.add(299);
                mask.addBelow(.5f, values, count, first);
                for (int i = 0; i < mask.size(); i++) {
                    boolean isInside = i >= first && i < first + count;
                    assertThat(mask.has(i)).isEqualTo(i == 299 || (isInside && values[i - first] < .5f));
                }
            }
        }
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
