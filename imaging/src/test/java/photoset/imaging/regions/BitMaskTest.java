package photoset.imaging.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photoset.imaging.Plane;

/** Rows that begin anywhere in a word, and the last places of a field, must be as good as any. */
class BitMaskTest {
    /** Wider than a word and narrower, whole words, smaller than the reach. */
    @ParameterizedTest
    @CsvSource({"300, 40, 3", "60, 90, 16", "64, 20, 64", "128, 9, 1", "5, 4, 9", "7, 1, 1", "20, 20, 0", "63, 70, 33"})
    void growsByASquare(int columns, int rows, int reach) {
        var field = random(columns, rows, 200);
        field.add(0);
        field.add(columns * rows - 1);

        var grown = field.grown(reach);

        for (int i = 0; i < field.size(); i++) {
            assertThat(grown.has(i)).as("place %d", i).isEqualTo(isNear(field, i, reach));
        }
        assertThat(grown.next(field.size())).isEqualTo(field.size());
    }

    @ParameterizedTest
    @CsvSource({"300, 41", "61, 90", "64, 20", "129, 9", "5, 4", "7, 1", "1, 1"})
    void halvesToWhatAnyOfFourHas(int columns, int rows) {
        var field = random(columns, rows, 5);
        field.add(columns * rows - 1);

        var halved = field.halved();

        var expected = new BitMask((columns + 1) / 2, (rows + 1) / 2);
        for (int i = field.next(0); i < field.size(); i = field.next(i + 1)) {
            expected.add(i / columns / 2 * expected.columns() + i % columns / 2);
        }
        assertThat(IntStream.range(0, halved.size()).filter(halved::has))
                .containsExactlyElementsOf(IntStream.range(0, expected.size())
                        .filter(expected::has)
                        .boxed()
                        .toList());
    }

    private static BitMask random(int columns, int rows, int oneOf) {
        var random = new Random(columns);
        var field = new BitMask(columns, rows);
        for (int i = 0; i < field.size(); i++) {
            if (random.nextInt(oneOf) == 0) {
                field.add(i);
            }
        }
        return field;
    }

    private static boolean isNear(BitMask field, int place, int reach) {
        int columns = field.columns();
        for (int i = 0; i < field.size(); i++) {
            boolean near = Math.abs(i % columns - place % columns) <= reach
                    && Math.abs(i / columns - place / columns) <= reach;
            if (field.has(i) && near) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({"100, 13", "64, 8", "3, 50", "1, 200", "200, 1"})
    void edgesAreWhereNeighboursDiffer(int columns, int rows) {
        var field = random(columns, rows, 3);

        var edges = field.edges();

        for (int i = 0; i < field.size(); i++) {
            boolean differs = (i % columns > 0 && field.has(i) != field.has(i - 1))
                    || (i % columns < columns - 1 && field.has(i) != field.has(i + 1))
                    || (i >= columns && field.has(i) != field.has(i - columns))
                    || (i + columns < field.size() && field.has(i) != field.has(i + columns));
            assertThat(edges.has(i)).as("place %d", i).isEqualTo(differs);
        }
    }

    @ParameterizedTest
    @CsvSource({"64, 2", "65, 3", "7, 9"})
    void goesThroughWhatItHasAndWhatItHasNot(int columns, int rows) {
        var field = random(columns, rows, 2);
        int has = 0;
        for (int i = field.next(0); i < field.size(); i = field.next(i + 1)) {
            assertThat(field.has(i)).isTrue();
            has++;
        }
        int hasNot = 0;
        for (int i = field.nextNot(0); i < field.size(); i = field.nextNot(i + 1)) {
            assertThat(field.has(i)).isFalse();
            hasNot++;
        }
        assertThat(has).isEqualTo(field.count());
        assertThat(hasNot).isEqualTo(field.inverse().count()).isEqualTo(field.size() - has);
    }

    @Test
    void joinsFields() {
        var one = random(70, 3, 2);
        var other = random(70, 3, 5);
        other.remove(one.next(0));
        var both = one.and(other);
        var either = one.or(other);
        var rest = one.without(other);
        for (int i = 0; i < one.size(); i++) {
            assertThat(both.has(i)).isEqualTo(one.has(i) && other.has(i));
            assertThat(either.has(i)).isEqualTo(one.has(i) || other.has(i));
            assertThat(rest.has(i)).isEqualTo(one.has(i) && !other.has(i));
        }
        assertThat(one.without(one).isEmpty()).isTrue();
        assertThat(rest.isEmpty()).isFalse();
    }

    @Test
    void dropsSmallIslandsAndKeepsLargeOnes() {
        var mask = Sketches.mask(
                "##....#.", //
                "##......",
                "......##",
                "#.......");

        assertThat(Sketches.text(mask.withoutIslands(3))).isEqualTo("##......\n##......\n........\n........");
    }

    @Test
    void takesADiagonalForOneIsland() {
        var mask = Sketches.mask("#...", ".#..", "..#.");

        assertThat(Sketches.text(mask.withoutIslands(3))).isEqualTo("#...\n.#..\n..#.");
    }

    @Test
    void fillsSmallHolesButNoBay() {
        var mask = Sketches.mask(
                "#####.##", //
                "#.###.##",
                "########",
                "###...##",
                "########");

        assertThat(Sketches.text(mask.withoutHoles(3))).isEqualTo("#####.##\n#####.##\n########\n###...##\n########");
    }

    /** Repairs go by runs, components by pixels: two algorithms that must see the same parts. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void repairsWhatAFloodFillWouldRepair(int seed) {
        var random = new Random(seed);
        var mask = new BitMask(40 + 25 * seed, 37);
        for (int i = 0; i < mask.size(); i++) {
            if (random.nextInt(10) < 3 + seed % 4) {
                mask.add(i);
            }
        }
        var rest = mask.copy();
        for (int[] island : FloodFill.components(mask, Connectivity.EIGHT)) {
            if (island.length < 9) {
                IntStream.of(island).forEach(rest::remove);
            }
        }
        var filled = mask.copy();
        for (int[] gap : FloodFill.components(mask.inverse(), Connectivity.FOUR)) {
            boolean isInside = IntStream.of(gap).noneMatch(pixel -> isAtBorder(mask, pixel));
            if (gap.length < 9 && isInside) {
                IntStream.of(gap).forEach(filled::add);
            }
        }

        assertThat(Sketches.text(mask.withoutIslands(9))).isEqualTo(Sketches.text(rest));
        assertThat(Sketches.text(mask.withoutHoles(9))).isEqualTo(Sketches.text(filled));
        assertThat(rest.count()).isLessThan(mask.count());
        assertThat(filled.count()).isGreaterThan(mask.count());
    }

    private static boolean isAtBorder(BitMask mask, int pixel) {
        int column = pixel % mask.columns();
        int row = pixel / mask.columns();
        return column == 0 || row == 0 || column == mask.columns() - 1 || row == mask.rows() - 1;
    }

    @Test
    void isYesWhereAPlaneIsNotNegative() {
        var plane = new Plane(3, 2, new float[] {-1, 0, 1, 2, -.5f, Float.NaN});

        assertThat(Sketches.text(BitMask.notNegative(plane))).isEqualTo(".##\n#..");
    }
}
