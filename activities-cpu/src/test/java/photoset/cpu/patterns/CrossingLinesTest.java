package photoset.cpu.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.imaging.regions.BitMask;

class CrossingLinesTest {
    private static final int COLUMNS = 90;
    private static final int ROWS = 80;
    private static final int LEFT = 30;
    private static final int TOP = 25;
    private static final int SIDE = 30;

    private interface Surface {
        double at(int x, int y);
    }

    private static List<CrossingLine> lines(Surface surface) {
        var random = new Random(5);
        float[] rgb = new float[3 * COLUMNS * ROWS];
        var open = new BitMask(COLUMNS, ROWS);
        var known = new BitMask(COLUMNS, ROWS);
        for (int i = 0; i < COLUMNS * ROWS; i++) {
            int x = i % COLUMNS;
            int y = i / COLUMNS;
            boolean isOpen = x >= LEFT && x < LEFT + SIDE && y >= TOP && y < TOP + SIDE;
            (isOpen ? open : known).add(i);
            float level = isOpen ? 0 : (float) (surface.at(x, y) + random.nextGaussian());
            rgb[3 * i] = level;
            rgb[3 * i + 1] = level;
            rgb[3 * i + 2] = level;
        }
        return CrossingLines.of(rgb, open, known);
    }

    /** How much a pixel shows of a line through the middle of the hole, of which ten steps lead one to the right. */
    private static double line(int x, int y) {
        return Math.clamp(1.5 - Math.abs(x - 45 - .1 * (y - 40)), 0, 1);
    }

    @Test
    void aLineOnBothSidesIsFoundThoughItIsFainterOnOne() {
        var lines = lines((x, y) -> 170 + .2 * x - (y < 40 ? 25 : 90) * line(x, y));

        assertThat(lines).hasSize(1);
        var line = lines.getFirst();
        assertThat(Math.abs(line.alongX() / line.alongY())).isEqualTo(.1f, within(.04f));
        assertThat(line.length()).isBetween(SIDE + 0f, SIDE + 6f);
        for (var move : line.moves()) {
            assertThat(Math.abs(move.across() - .1f * move.down())).isLessThan(1.5f);
        }
    }

    @Test
    void whereItIsMovedOntoItselfItIsWhole() {
        var line = lines((x, y) -> 170 - 60 * line(x, y)).getFirst();

        assertThat(line.lacking(45, 40, 3, 30)).isLessThan(.2f);
        assertThat(line.lacking(45, 40, 9, 30)).isEqualTo(1);
        assertThat(line.lacking(33, 40, 9, 30)).isZero();
    }

    @Test
    void whatEndsAtTheHoleOrTurnsThereIsNone() {
        assertThat(lines((x, y) -> 170 - (y > 40 ? 90 * line(x, y) : 0))).isEmpty();
        assertThat(lines((x, y) -> 170 - (y > 40 ? 90 * line(x, y) : x < 40 && y == 30 ? 90 : 0)))
                .isEmpty();
        assertThat(lines((x, y) -> 170 + (y > 40 ? 60 : -60) * line(x, y))).isEmpty();
        assertThat(lines((x, y) -> 170 + .5 * x)).isEmpty();
    }
}
