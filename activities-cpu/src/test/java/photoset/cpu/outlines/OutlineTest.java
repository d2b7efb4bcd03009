package photoset.cpu.outlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.cpu.edges.Outlined;
import photoset.cpu.edges.Refinement;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;
import photoset.imaging.regions.BitMask;
import photoset.imaging.regions.ConnectedComponents;
import photoset.imaging.regions.Connectivity;

/** A plate of a color that is nearly its ground's, found by a network whose line sways around the true edge. */
class OutlineTest {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;
    private static final double RADIUS = 300;
    private static final int STEP = 2;

    /** Of 8 bits; noise is as strong as a third of the step between plate and ground. */
    private static final int PLATE = 154;

    private static final int GROUND = 142;
    private static final double NOISE = 4;

    /** By so much is the ground lighter than the plate beyond its shadow, which is so wide. */
    private static final double LIGHTER = 20;

    private static final double SHADOW_PX = 30;

    private final Raster photo = photo();
    private final Mask swaying = disk(angle -> 3.5 * Math.sin(17 * angle));

    private interface Sway {
        double at(double angle);
    }

    @Test
    void followsARoundEdgeToAPixel() {
        assertThat(p95(swaying)).isGreaterThan(3);
        assertThat(p95(refined(Map.of()))).isGreaterThan(2);
        assertThat(p95(refined(Map.of(swaying, Outlined.THING)))).isLessThan(1);
    }

    @Test
    void drawsAnEdgeWithoutJags() {
        long smooth = crossings(disk(angle -> 0));

        assertThat(crossings(refined(Map.of()))).isGreaterThan(smooth * 11 / 10);
        assertThat(crossings(refined(Map.of(swaying, Outlined.THING)))).isLessThan(smooth * 108 / 100);
    }

    @Test
    void leavesALineAloneWhereThereIsNoEdge() {
        var grey = RgbPlanes.black(WIDTH / STEP * HEIGHT / STEP);
        var redrawn = new Outline(grey, WIDTH / STEP, STEP).redrawn(disk(angle -> 0), 3);

        assertThat(p95(redrawn)).isLessThan(.7);
    }

    @Test
    void leavesNoIslands() {
        var refined = refined(Map.of(swaying, Outlined.THING));
        var covered = new BitMask(WIDTH, HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            if (refined.at(i) >= Mask.COVERED) {
                covered.add(i);
            }
        }
        var pieces = new ArrayList<Integer>();
        ConnectedComponents.forEach(covered, Connectivity.FOUR, piece -> pieces.add(piece.size()));

        assertThat(pieces).hasSize(1);
    }

    /** At the foot the ground has the plate's own tone and gets lighter from there on, as in a product's shadow. */
    @Test
    void staysAtTheFootOfWhatHasItsShadowsTone() {
        double[] away = footward(refined(shaded(), Map.of(swaying, Outlined.THING)));

        assertThat(footward(swaying)[(int) (.95 * away.length)]).isGreaterThan(3);
        assertThat(away[(int) (.95 * away.length)]).isLessThan(2.7);
    }

    @Test
    void keepsWhatTouchesTheBorderAndWhatIsSmall() {
        var half = Mask.empty(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            Arrays.fill(half.levels(), y * WIDTH, y * WIDTH + 500, (byte) 255);
        }
        for (int y = 100; y < 108; y++) {
            Arrays.fill(half.levels(), y * WIDTH + 900, y * WIDTH + 908, (byte) 255);
        }
        var grey = RgbPlanes.black(WIDTH / STEP * HEIGHT / STEP);
        var redrawn = new Outline(grey, WIDTH / STEP, STEP).redrawn(half, 3);

        for (int x : List.of(0, 250, 490, 904)) {
            assertThat(redrawn.at(104 * WIDTH + x)).as("column %d", x).isEqualTo(255);
        }
        for (int x : List.of(510, 890, 920, WIDTH - 1)) {
            assertThat(redrawn.at(104 * WIDTH + x)).as("column %d", x).isZero();
        }
        assertThat(redrawn.at(0)).isEqualTo(255);
        assertThat(redrawn.at((HEIGHT - 1) * WIDTH)).isEqualTo(255);
    }

    @Test
    void drawsNothingAndAHole() {
        var grey = RgbPlanes.black(WIDTH / STEP * HEIGHT / STEP);
        var outline = new Outline(grey, WIDTH / STEP, STEP);
        var around = disk(angle -> 0);
        for (int i = 0; i < around.levels().length; i++) {
            around.levels()[i] = (byte) ~around.levels()[i];
        }

        assertThat(outline.redrawn(Mask.empty(WIDTH, HEIGHT), 3).area()).isZero();
        assertThat(outline.redrawn(around, 3).at(HEIGHT / 2 * WIDTH + WIDTH / 2))
                .isZero();
        assertThat(outline.redrawn(around, 3).at(0)).isEqualTo(255);
    }

    private Mask refined(Map<Mask, Outlined> things) {
        return refined(photo, things);
    }

    private Mask refined(Raster seen, Map<Mask, Outlined> things) {
        return Refinement.refined(seen, List.of(swaying), things).getFirst();
    }

    private static double radius(int pixel) {
        int row = pixel / WIDTH;
        return Math.hypot(pixel % WIDTH + .5 - WIDTH / 2.0, row + .5 - HEIGHT / 2.0);
    }

    private static Mask disk(Sway sway) {
        var disk = Mask.empty(WIDTH, HEIGHT);
        for (int i = 0; i < disk.levels().length; i++) {
            int row = i / WIDTH;
            double angle = Math.atan2(row - HEIGHT / 2.0, i % WIDTH - WIDTH / 2.0);
            double share = Math.clamp(RADIUS + sway.at(angle) - radius(i) + .5, 0, 1);
            disk.levels()[i] = (byte) Math.round(255 * share);
        }
        return disk;
    }

    private static Raster photo() {
        var random = new Random(5);
        var shares = disk(angle -> 0);
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            double light = GROUND + (PLATE - GROUND) * shares.at(i / 3) / 255.0;
            rgb[i] = (byte) Math.round(light + NOISE * random.nextGaussian());
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    private static Raster shaded() {
        var random = new Random(5);
        var shares = disk(angle -> 0);
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            double out = Math.clamp((radius(i / 3) - RADIUS) / SHADOW_PX, 0, 1);
            double lit = 1 - foot(i / 3) * (1 - out);
            double plate = shares.at(i / 3) / 255.0;
            double light = PLATE + (1 - plate) * lit * LIGHTER;
            rgb[i] = (byte) Math.round(light + random.nextGaussian());
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    /** How much of the foot a direction is, 1 downwards and 0 beyond a quarter. */
    private static double foot(int pixel) {
        int row = pixel / WIDTH;
        double down = Math.atan2(Math.abs(pixel % WIDTH - WIDTH / 2.0), row - HEIGHT / 2.0);
        return Math.clamp(3 - 8 * down / Math.PI * 1.5, 0, 1);
    }

    /** How far the mask's edge is from the true one in pixels, in directions down to the foot, the nearest first. */
    private static double[] footward(Mask mask) {
        return java.util.stream.IntStream.range(45, 135)
                .mapToDouble(degrees -> Math.abs(edge(mask, Math.toRadians(degrees)) - RADIUS))
                .sorted()
                .toArray();
    }

    private static double edge(Mask mask, double angle) {
        double radius = RADIUS / 2;
        while (isCovered(mask, WIDTH / 2.0 + radius * Math.cos(angle), HEIGHT / 2.0 + radius * Math.sin(angle))) {
            radius += .25;
        }
        return radius;
    }

    private static boolean isCovered(Mask mask, double x, double y) {
        int row = (int) y;
        int column = (int) x;
        return mask.at(row * WIDTH + column) >= Mask.COVERED;
    }

    /** How far from the true edge 95 of 100 pixels beside the mask's edge are, in pixels. */
    private static double p95(Mask mask) {
        double[] away = java.util.stream.IntStream.range(0, mask.levels().length - 1)
                .filter(i -> mask.at(i) >= Mask.COVERED != mask.at(i + 1) >= Mask.COVERED)
                // Where the edge runs along the line, a crossing says nothing of its distance.
                .filter(i -> Math.abs(i / WIDTH - HEIGHT / 2) < RADIUS * .7)
                .mapToDouble(i -> Math.abs((radius(i) + radius(i + 1)) / 2 - RADIUS))
                .sorted()
                .toArray();
        return away[(int) (.95 * away.length)];
    }

    private static long crossings(Mask mask) {
        return java.util.stream.IntStream.range(0, mask.levels().length - WIDTH)
                .filter(i -> mask.at(i) >= Mask.COVERED != mask.at(i + 1) >= Mask.COVERED
                        || mask.at(i) >= Mask.COVERED != mask.at(i + WIDTH) >= Mask.COVERED)
                .count();
    }
}
