package photoset.gpu.masks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import photoset.gpu.masks.Instance.Box;
import photoset.imaging.Plane;

class InstanceSplitterTest {
    private static final Plane SURE = new Plane(1, 1, new float[] {1});

    @Test
    void numbersConnectedPartsTheLargestFirst() {
        var mask = Pictures.mask(
                "####....########", //
                "####....########",
                "####....########",
                "####............");

        var parts = InstanceSplitter.connected("Window", mask, SURE);

        assertThat(parts).extracting(Instance::instanceId).containsExactly("Window-1", "Window-2");
        assertThat(parts).extracting(Instance::area).containsExactly(24L, 16L);
        assertThat(parts).extracting(Instance::box).containsExactly(new Box(8, 0, 8, 3), new Box(0, 0, 4, 4));
    }

    @Test
    void countsACornerAsATouch() {
        var mask = Pictures.mask(
                "####....", //
                "####....",
                "####....",
                "####....",
                "....####",
                "....####",
                "....####",
                "....####");

        assertThat(InstanceSplitter.connected("Door", mask, SURE)).hasSize(1);
    }

    @Test
    void joinsAHorseshoeThatMeetsOnlyAtItsEnd() {
        var mask = Pictures.mask(
                "##########", //
                "..........",
                "##########",
                ".........#",
                "##########");
        assertThat(InstanceSplitter.connected("Door", mask, SURE))
                .extracting(Instance::area)
                .containsExactly(21L);
    }

    @Test
    void leavesOutCrumbs() {
        assertThat(InstanceSplitter.connected("Handle", Pictures.mask("###.....", "........"), SURE))
                .isEmpty();
    }

    @Test
    void takesASurfaceAsOneInstance() {
        var mask = Pictures.mask("##..##", "##..##");

        var parts = InstanceSplitter.whole("Wall", mask, SURE);

        assertThat(parts).singleElement().satisfies(wall -> {
            assertThat(wall.area()).isEqualTo(8);
            assertThat(wall.box()).isEqualTo(new Box(0, 0, 6, 2));
            assertThat(wall.area()).isEqualTo(mask.area());
        });
    }

    @Test
    void findsNothingInAnEmptyMask() {
        assertThat(InstanceSplitter.whole("Wall", Pictures.mask("....", "...."), SURE))
                .isEmpty();
        assertThat(InstanceSplitter.connected("Door", Pictures.mask("....", "...."), SURE))
                .isEmpty();
    }

    @Test
    void scoresAPartByTheProbabilityUnderIt() {
        var rows = new String[8];
        Arrays.fill(rows, "########........########");
        var probability = new Plane(3, 2, new float[] {.6f, .1f, .9f, .8f, .1f, .9f});

        var parts = InstanceSplitter.connected("Door", Pictures.mask(rows), probability);

        assertThat(parts).extracting(Instance::score).containsExactly(.7, .9);
    }
}
