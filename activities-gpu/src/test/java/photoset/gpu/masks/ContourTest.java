package photoset.gpu.masks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import photoset.imaging.Mask;
import photoset.imaging.Plane;
import photoset.imaging.regions.BitMask;

class ContourTest {
    private static final int SIDE = 64;

    @Test
    void coversExactlyWhatWasDecided() {
        var margin = disc(20.3f);
        var decided = BitMask.notNegative(margin);

        var mask = Contour.soft(margin, decided);

        for (int i = 0; i < SIDE * SIDE; i++) {
            assertThat((mask.levels()[i] & 0xff) >= Mask.COVERED).isEqualTo(decided.has(i));
        }
    }

    @Test
    void isSoftAtTheBorderOnly() {
        var mask = Contour.soft(disc(20.3f), BitMask.notNegative(disc(20.3f)));

        assertThat(mask.levels()[32 * SIDE + 32]).isEqualTo((byte) 255);
        assertThat(mask.levels()[0]).isZero();
        assertThat(mask.levels()[32 * SIDE + 11] & 0xff).isStrictlyBetween(0, 255);
    }

    @Test
    void staysRoundWhenItGrows() {
        var mask = Contour.soft(disc(20.3f), BitMask.notNegative(disc(20.3f))).resized(SIDE * 10, SIDE * 10);

        double truth = Math.PI * 203 * 203;
        assertThat((double) mask.area()).isCloseTo(truth, org.assertj.core.data.Percentage.withPercentage(.5));
        for (int degrees = 0; degrees < 360; degrees += 5) {
            assertThat(radius(mask, Math.toRadians(degrees))).isBetween(200.0, 206.0);
        }
    }

    @Test
    void leavesNoShadowOfADroppedIsland() {
        var margin = Pictures.margin("........", "...#....", "........");

        var mask = Contour.soft(margin, BitMask.notNegative(margin).withoutIslands(2));

        assertThat(mask.levels()).containsOnly(0);
    }

    private static double radius(Mask mask, double angle) {
        int radius = 0;
        while (isCovered(mask, radius * Math.cos(angle), radius * Math.sin(angle))) {
            radius++;
        }
        return radius;
    }

    private static boolean isCovered(Mask mask, double right, double down) {
        int x = (int) Math.floor(mask.width() / 2.0 + right);
        int y = (int) Math.floor(mask.height() / 2.0 + down);
        return (mask.levels()[y * mask.width() + x] & 0xff) >= Mask.COVERED;
    }

    /** A margin that falls off unevenly, as a network's does. */
    private static Plane disc(float radius) {
        var values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            int row = i / SIDE;
            double distance = Math.hypot(i % SIDE + .5 - SIDE / 2.0, row + .5 - SIDE / 2.0);
            values[i] = (float) Math.tanh((radius - distance) * .3);
        }
        return new Plane(SIDE, SIDE, values);
    }
}
