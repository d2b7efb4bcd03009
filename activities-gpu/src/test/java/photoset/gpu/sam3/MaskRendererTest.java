package photoset.gpu.sam3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.gpu.masks.ConceptMask;
import photoset.gpu.masks.Instance;
import photoset.gpu.masks.Instance.Box;
import photoset.gpu.sam3.engine.Detection;
import photoset.gpu.sam3.engine.Prediction;
import photoset.workflows.segmentation.Concept;

/** On maps of 20 x 20, drawn at 100 x 200: a cell is 5 pixels wide and 10 high. */
class MaskRendererTest {
    private static final int SIDE = 20;
    private static final Concept WALL = new Concept("Wall", "wall", Concept.Kind.STUFF);
    private static final Concept FLOOR = new Concept("Floor", "floor", Concept.Kind.STUFF);
    private static final Concept DOOR = new Concept("Door", "door", Concept.Kind.INSTANCE);

    private static byte[] map(int left, int top, int right, int bottom) {
        var map = new byte[SIDE * SIDE];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                map[y * SIDE + x] = (byte) 255;
            }
        }
        return map;
    }

    private static Detection candidate(double score, byte[] map) {
        return new Detection((float) score, new float[4], map);
    }

    private static Prediction answer(byte[] whole, Detection... candidates) {
        return new Prediction(SIDE, 1, whole, List.of(candidates));
    }

    private static MaskRenderer drawing(List<Concept> concepts, Prediction... answers) {
        return new MaskRenderer(concepts, List.of(answers), .5f);
    }

    private static ConceptMask door(Detection... candidates) {
        return drawing(List.of(DOOR), answer(map(0, 0, 20, 20), candidates)).concept(DOOR, 100, 200);
    }

    /** A wall of which the map of the whole concept says so much. */
    private static ConceptMask wall(byte[] whole, Detection... candidates) {
        return drawing(List.of(WALL), answer(whole, candidates)).concept(WALL, 100, 200);
    }

    private static int at(byte[] alpha, int x, int y) {
        return alpha[y * 100 + x] & 0xff;
    }

    @Test
    void aThingIsDrawnWhereItLies() {
        var found = door(candidate(.9, map(4, 5, 8, 15)));

        assertThat(found.instances()).extracting(Instance::box).containsExactly(new Box(20, 50, 20, 100));
        // Interpolation rounds the corners.
        assertThat(found.mask().area()).isBetween(1_950L, 2_000L);
        assertThat(found.instances())
                .extracting(Instance::area)
                .containsExactly(found.mask().area());
        assertThat(at(found.mask().levels(), 30, 100)).isEqualTo(255);
        assertThat(at(found.mask().levels(), 60, 100)).isZero();
        assertThat(at(found.mask().levels(), 20, 100)).isBetween(128, 230);
    }

    @Test
    void onlyWhatScoresAboveTheThresholdCounts() {
        var found = door(candidate(.5, map(0, 0, 4, 4)), candidate(.51, map(8, 8, 12, 12)));

        assertThat(found.instances()).extracting(Instance::box).containsExactly(new Box(40, 80, 20, 40));
    }

    @Test
    void theSameThingTwiceIsOneAndNumbersFollowTheArea() {
        var found = door(
                candidate(.9, map(0, 0, 3, 3)), candidate(.8, map(10, 10, 18, 18)), candidate(.7, map(11, 10, 18, 18)));

        assertThat(found.instances()).extracting(Instance::instanceId).containsExactly("Door-1", "Door-2");
        assertThat(found.instances()).extracting(Instance::score).containsExactly(.8, .9);
        assertThat(found.instances().getFirst().rle().size()).containsExactly(200, 100);
    }

    @Test
    void thingsMayLieOnEachOther() {
        var found = door(candidate(.9, map(0, 0, 12, 12)), candidate(.8, map(10, 10, 18, 18)));

        assertThat(found.instances()).hasSize(2);
        assertThat(found.mask().area())
                .isLessThan(found.instances().stream().mapToLong(Instance::area).sum());
    }

    @Test
    void aSurfaceIsTheUnionOfItsPieces() {
        var found = wall(map(0, 0, 20, 20), candidate(.7, map(0, 0, 6, 10)), candidate(.9, map(12, 0, 20, 10)));

        assertThat(found.instances()).hasSize(1);
        assertThat(found.instances().getFirst().score()).isEqualTo(.9, within(1e-3));
        assertThat(found.mask().area()).isBetween(6_950L, 7_000L);
    }

    @Test
    void aPieceThatTheWholeMapDeniesIsNoSurface() {
        var found = wall(map(0, 0, 8, 20), candidate(.9, map(0, 0, 8, 20)), candidate(.9, map(12, 0, 20, 20)));

        assertThat(found.mask().area()).isEqualTo(40 * 200);
    }

    @Test
    void aWholeMapThatConfirmsNothingSaysNothing() {
        var found = wall(map(0, 0, 0, 0), candidate(.9, map(12, 0, 20, 20)));

        assertThat(found.mask().area()).isEqualTo(40 * 200);
    }

    @Test
    void theSurerSurfaceHasThePixelThatTwoClaim() {
        var wall = answer(map(0, 0, 20, 12), candidate(.9, map(0, 0, 20, 12)));
        var floor = answer(map(0, 8, 20, 20), candidate(.6, map(0, 8, 20, 20)));
        var drawing = drawing(
                List.of(WALL, FLOOR, DOOR), wall, floor, answer(map(0, 0, 20, 20), candidate(.99, map(0, 0, 20, 20))));

        long wallArea = drawing.concept(WALL, 100, 200).mask().area();
        assertThat(wallArea).isBetween(11_500L, 12_000L);
        assertThat(drawing.concept(FLOOR, 100, 200).mask().area())
                .as("no pixel is both or none")
                .isEqualTo(100 * 200 - wallArea);
        assertThat(drawing.concept(DOOR, 100, 200).mask().area()).isEqualTo(100 * 200);
    }

    @Test
    void nothingFoundIsAnEmptyMask() {
        var found = wall(map(0, 0, 0, 0));

        assertThat(found.mask().levels()).hasSize(20_000).containsOnly(0);
        assertThat(found.instances()).isEmpty();
    }

    @Test
    void whatWasNotLookedForIsRefused() {
        assertThatThrownBy(() -> drawing(List.of(WALL), answer(map(0, 0, 1, 1))).concept(DOOR, 100, 200))
                .hasMessage("not looked for: Door");
    }
}
