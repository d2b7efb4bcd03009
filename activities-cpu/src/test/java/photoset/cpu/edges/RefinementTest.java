package photoset.cpu.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

class RefinementTest {
    private static final StillLife SCENE = new StillLife(1200);
    private static final Raster PHOTO = SCENE.photo(StillLife.BEIGE);
    private static final Mask COARSE = SCENE.coarse();

    private static Mask refined(Mask coarse) {
        return Refinement.refined(PHOTO, List.of(coarse)).getFirst();
    }

    @Test
    void comesTwiceAsNearToTheTrueEdge() {
        double before = SCENE.error(COARSE);

        assertThat(before).isGreaterThan(.05);
        assertThat(SCENE.error(refined(COARSE))).isLessThan(before / 2);
    }

    @Test
    void isCertainAwayFromEdges() {
        var mask = refined(COARSE);
        long unsure = 0;
        for (byte level : mask.levels()) {
            unsure += level != 0 && level != (byte) 255 ? 1 : 0;
        }

        assertThat(unsure).isPositive().isLessThan(SCENE.pixels() / 30);
    }

    @Test
    void givesTheSameBytesTwiceAndChangesNothing() {
        byte[] before = COARSE.levels().clone();

        assertThat(refined(COARSE).levels()).isEqualTo(refined(COARSE).levels());
        assertThat(COARSE.levels()).isEqualTo(before);
    }

    @Test
    void keepsTheCoarseEdgeWhereColourSaysNothing() {
        var grey = new Raster(600, 400, filled(600 * 400 * 3, 128));
        var left = Mask.empty(600, 400);
        for (int y = 0; y < 400; y++) {
            Arrays.fill(left.levels(), y * 600, y * 600 + 300, (byte) 255);
            left.levels()[y * 600 + 300] = (byte) 100;
        }

        assertThat(Refinement.refined(grey, List.of(left)).getFirst().levels()).isEqualTo(left.levels());
    }

    @Test
    void leavesNoGapAndNoOverlapWhereMasksMet() {
        var left = Mask.empty(COARSE.width(), COARSE.height());
        var right = Mask.empty(COARSE.width(), COARSE.height());
        for (int i = 0; i < left.levels().length; i++) {
            int share = Math.clamp(128 + 60L * (640 - i % COARSE.width()), 0, COARSE.at(i));
            left.levels()[i] = (byte) share;
            right.levels()[i] = (byte) (COARSE.at(i) - share);
        }
        var both = Refinement.refined(PHOTO, List.of(left, right));

        for (int i = 0; i < left.levels().length; i++) {
            int sum = both.get(0).at(i) + both.get(1).at(i);
            assertThat(sum).as("pixel %d", i).isLessThanOrEqualTo(255);
            // Above the lamp, where there is nothing but wall.
            if (i < 120 * COARSE.width() && Math.abs(i % COARSE.width() - 640) < 20) {
                assertThat(sum).as("pixel %d", i).isEqualTo(255);
            }
        }
    }

    @Test
    void leavesAloneWhatLiesOnEachOtherOnPurpose() {
        var both = Refinement.refined(PHOTO, List.of(COARSE, COARSE));

        assertThat(Arrays.equals(both.get(0).levels(), refined(COARSE).levels()))
                .isTrue();
        assertThat(Arrays.equals(both.get(1).levels(), both.get(0).levels())).isTrue();
    }

    @Test
    void takesEverythingAndNothing() {
        var empty = Mask.empty(PHOTO.width(), PHOTO.height());
        var full = new Mask(PHOTO.width(), PHOTO.height(), filled(PHOTO.pixels(), 255));

        assertThat(refined(empty).levels()).isEqualTo(empty.levels());
        assertThat(refined(full).levels()).isEqualTo(full.levels());
        var dot = new Raster(1, 1, new byte[3]);
        assertThat(Refinement.refined(dot, List.of(Mask.empty(1, 1))).getFirst().levels())
                .containsExactly(0);
    }

    @Test
    void refusesAMaskOfAnotherSize() {
        assertThatThrownBy(() -> Refinement.refined(PHOTO, List.of(Mask.empty(3, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 x 2");
    }

    @Test
    void keepsTheHaloBelowItsLimit() {
        var navy = new LinearRgb(.06f, .12f, .3f);
        var truth = SCENE.truth(navy);

        assertThat(SCENE.halo(Compositing.naive(PHOTO, COARSE, navy), truth)).isGreaterThan(12);
        assertThat(SCENE.halo(Compositing.ofTheSurface(PHOTO, refined(COARSE), navy), truth))
                .isLessThan(12);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
