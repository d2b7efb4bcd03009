package photoset.api.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import photoset.api.instances.InstanceView.RunLengths;

class OutlinesTest {
    /** As COCO packs it, for these rows of {@code #} and {@code .}. */
    private static RunLengths packed(List<String> rows) {
        int height = rows.size();
        int width = rows.getFirst().length();
        List<Integer> lengths = new ArrayList<>();
        boolean covered = false;
        int length = 0;
        for (int at = 0; at < width * height; at++) {
            boolean here = rows.get(at % height).charAt(at / height) == '#';
            if (here != covered) {
                lengths.add(length);
                length = 0;
                covered = here;
            }
            length++;
        }
        lengths.add(length);
        var counts = new StringBuilder();
        for (int i = 0; i < lengths.size(); i++) {
            pack(i > 2 ? lengths.get(i) - lengths.get(i - 2) : lengths.get(i), counts);
        }
        return new RunLengths(List.of(height, width), counts.toString());
    }

    private static void pack(long number, StringBuilder counts) {
        long value = number;
        boolean more = true;
        while (more) {
            long bits = value & 0x1f;
            value >>= 5;
            more = (bits & 0x10) != 0 ? value != -1 : value != 0;
            counts.append((char) (48 + (more ? bits | 0x20 : bits)));
        }
    }

    /** Fills rings by the even-odd rule: a pixel is in when a ray to its left crosses an odd number of edges. */
    private static List<String> filled(List<List<int[]>> rings, int width, int height) {
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            var row = new StringBuilder();
            for (int x = 0; x < width; x++) {
                row.append(crossings(rings, x + .5, y + .5) % 2 == 1 ? '#' : '.');
            }
            rows.add(row.toString());
        }
        return rows;
    }

    private static int crossings(List<List<int[]>> rings, double x, double y) {
        int crossings = 0;
        for (var ring : rings) {
            for (int i = 0; i < ring.size(); i++) {
                int[] from = ring.get(i);
                int[] to = ring.get((i + 1) % ring.size());
                boolean upright = from[0] == to[0];
                if (upright && from[0] < x && Math.min(from[1], to[1]) < y && y < Math.max(from[1], to[1])) {
                    crossings++;
                }
            }
        }
        return crossings;
    }

    @Test
    void aSquareHasFourCornersAndAHoleIsARing() {
        var square = Outlines.of(packed(List.of("......", ".####.", ".####.", "......")));
        assertThat(square).hasSize(1);
        assertThat(square.getFirst())
                .containsExactlyInAnyOrder(new int[] {1, 1}, new int[] {5, 1}, new int[] {5, 3}, new int[] {1, 3});
        assertThat(Outlines.of(packed(List.of("####", "#..#", "####")))).hasSize(2);
        assertThat(Outlines.of(packed(List.of("....", "....")))).isEmpty();
    }

    @Test
    void partsThatTouchAtACornerHaveRingsOfTheirOwn() {
        assertThat(Outlines.of(packed(List.of("##..", "##..", "..##", "..##")))).hasSize(2);
    }

    @RepeatedTest(50)
    void filledAgainTheyAreThePixels(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        int width = 1 + random.nextInt(20);
        int height = 1 + random.nextInt(20);
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            var row = new StringBuilder();
            for (int x = 0; x < width; x++) {
                row.append(random.nextInt(3) > 0 ? '#' : '.');
            }
            rows.add(row.toString());
        }
        assertThat(filled(Outlines.of(packed(rows)), width, height)).isEqualTo(rows);
    }
}
