package photoset.cpu.outlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photoset.cpu.edges.Outlined;
import photoset.cpu.edges.Refinement;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;
import photoset.imaging.regions.BitMask;

/** A jar on a tiled floor, and a mask of it with a strip beside it that goes up to a joint. */
class SpillsTest {
    private static final int COLUMNS = 400;
    private static final int ROWS = 320;
    private static final float[] FLOOR = {.80f, .76f, .64f};
    private static final float[] JOINT = {.57f, .54f, .44f};
    private static final float[] CLAY = {.80f, .71f, .61f};
    private static final float NOISE = .004f;

    private final Random random = new Random(5);
    private final RgbPlanes colors = RgbPlanes.black(COLUMNS * ROWS);
    private final BitMask jar = mask(node -> isWithin(node, 100, 60, 200, 220));
    private final BitMask strip = mask(node -> isWithin(node, 82, 90, 18, 70));

    /** What the strip may be that looks like the floor, and is the jar's. */
    enum Own {
        /** A wooden handle, with a dark line around it. */
        HANDLE,
        /** The jar has stripes like the floor. */
        STRIPED,
        /** Another side of a white jar on white paper, in the paper's light. */
        SHADED,
        /** Too bright for any color. */
        GLARE,
        /** A side of the jar, as much as it is. */
        SIDE
    }

    SpillsTest() {
        paint(mask(node -> true), FLOOR);
        paint(mask(node -> isWithin(node, 74, 0, 6, ROWS) || isWithin(node, 0, 130, COLUMNS, 2)), JOINT);
        paint(jar, CLAY);
    }

    @Test
    void areFoundToTheThingsEdgeAndTheJoint() {
        paint(mask(node -> isWithin(node, 88, 110, 5, 5)), new float[] {.5f, .2f, .2f});
        var spills = new Spills(colors, COLUMNS).of(jar.or(strip));

        assertThat(spills.without(strip).count()).as("of the jar").isLessThan(90);
        assertThat(strip.without(spills).count()).as("left of the floor").isLessThan(180);
        assertThat(spills.has(112 * COLUMNS + 90)).as("a pebble on it").isTrue();
    }

    @Test
    void goFromTheThingToTheGround() {
        var thing = drawn(jar.or(strip));
        var ground = drawn(jar.or(strip).inverse());
        var roles = Map.of(thing, Outlined.THING, ground, Outlined.GROUND);
        var fine = Refinement.refined(photo(), List.of(thing, ground), roles);

        int inStrip = 120 * COLUMNS + 88;
        int inJar = 120 * COLUMNS + 112;
        assertThat(fine.getFirst().at(inStrip)).isZero();
        assertThat(fine.getLast().at(inStrip)).isEqualTo(255);
        assertThat(fine.getFirst().at(inJar)).isEqualTo(255);
        assertThat(fine.getLast().at(inJar)).isZero();
    }

    /** The hole of a strap that the body's mask has otherwise is one of its surroundings, not one in a wall. */
    @Test
    void areLookedForBeforeHolesAreFilled() {
        paint(mask(node -> isWithin(node, 185, 60, 24, 130)), new float[] {.35f, .6f, .45f});
        var lower = mask(node -> isWithin(node, 185, 110, 24, 80));
        var hole = mask(node -> isWithin(node, 188, 72, 18, 14));
        var thing = drawn(jar.without(lower).without(hole));

        var fine = Refinement.refined(photo(), List.of(thing), Map.of(thing, Outlined.THING))
                .getFirst();

        assertThat(fine.at(80 * COLUMNS + 197)).as("the hole").isZero();
        assertThat(fine.at(100 * COLUMNS + 197)).as("the strap").isZero();
        assertThat(fine.at(100 * COLUMNS + 170)).as("the body").isEqualTo(255);
    }

    private Raster photo() {
        var photo = new Raster(COLUMNS, ROWS, new byte[3 * COLUMNS * ROWS]);
        for (int i = 0; i < colors.size(); i++) {
            photo.rgb()[3 * i] = (byte) (255 * colors.red()[i]);
            photo.rgb()[3 * i + 1] = (byte) (255 * colors.green()[i]);
            photo.rgb()[3 * i + 2] = (byte) (255 * colors.blue()[i]);
        }
        return photo;
    }

    private static Mask drawn(BitMask nodes) {
        var mask = Mask.empty(COLUMNS, ROWS);
        for (int node = nodes.next(0); node < nodes.size(); node = nodes.next(node + 1)) {
            mask.levels()[node] = (byte) 255;
        }
        return mask;
    }

    @ParameterizedTest
    @EnumSource
    void areNoPartsOfTheThing(Own own) {
        var side = mask(node -> isWithin(node, 80, 60, 20, 220));
        switch (own) {
            case HANDLE -> {
                paint(strip.grown(2).without(strip).without(jar), JOINT);
                paint(strip, FLOOR);
            }
            case STRIPED -> paint(mask(node -> isWithin(node, 116, 60, 8, 220)), FLOOR);
            case SHADED -> {
                paint(mask(node -> true), new float[] {.62f, .62f, .61f});
                paint(jar, new float[] {.78f, .78f, .77f});
            }
            case GLARE -> paint(mask(node -> true).without(jar), new float[] {1, 1, .99f});
            case SIDE -> paint(side, FLOOR);
        }

        assertThat(new Spills(colors, COLUMNS)
                        .of(jar.or(own == Own.SIDE ? side : strip))
                        .isEmpty())
                .isTrue();
    }

    /** Of a strap across the jar the mask has the larger part: it misses the rest, and does not have too much. */
    @Test
    void areTheSmallerPartOfWhatGoesOn() {
        var strap = mask(node -> isWithin(node, 190, 60, 12, 130));
        paint(strap, new float[] {.35f, .6f, .45f});
        var lower = mask(node -> isWithin(node, 190, 80, 12, 110));
        var upper = strap.without(lower);

        assertThat(new Spills(colors, COLUMNS)
                        .of(lower.inverse())
                        .without(upper)
                        .count())
                .isLessThan(20);
        assertThat(upper.without(new Spills(colors, COLUMNS).of(lower.inverse()))
                        .count())
                .as("what the strap misses")
                .isLessThan(40);
        assertThat(new Spills(colors, COLUMNS).of(upper.inverse()).isEmpty()).isTrue();
    }

    private void paint(BitMask nodes, float[] color) {
        for (int node = nodes.next(0); node < nodes.size(); node = nodes.next(node + 1)) {
            colors.red()[node] = color[0] + NOISE * (float) random.nextGaussian();
            colors.green()[node] = color[1] + NOISE * (float) random.nextGaussian();
            colors.blue()[node] = color[2] + NOISE * (float) random.nextGaussian();
        }
    }

    private static boolean isWithin(int node, int left, int top, int width, int height) {
        int column = node % COLUMNS - left;
        int row = node / COLUMNS - top;
        return column >= 0 && column < width && row >= 0 && row < height;
    }

    private static BitMask mask(IntPredicate isIn) {
        var mask = new BitMask(COLUMNS, ROWS);
        for (int node = 0; node < mask.size(); node++) {
            if (isIn.test(node)) {
                mask.add(node);
            }
        }
        return mask;
    }
}
