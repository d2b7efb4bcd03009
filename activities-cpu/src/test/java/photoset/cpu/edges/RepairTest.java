package photoset.cpu.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/** A warm white wall with things on it; the mask is what a network makes of it, pieces missing and pieces too many. */
class RepairTest {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;
    private static final int WALL = 0xd8d2c4;
    private static final int SHADED = 0xc4beb1;
    private static final int FRAME = 0x3a2c20;
    private static final int LEAF = 0x2f5a2a;
    private static final int PLASTIC = 0xf0f0ee;

    private final byte[] rgb = new byte[WIDTH * HEIGHT * 3];
    private final Mask mask = Mask.empty(WIDTH, HEIGHT);

    RepairTest() {
        paint(0, 0, WIDTH, HEIGHT, WALL);
        cover(0, 0, WIDTH, HEIGHT, 255);
    }

    private void paint(int left, int top, int width, int height, int color) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                int at = (y * WIDTH + x) * 3;
                rgb[at] = (byte) (color >> 16);
                rgb[at + 1] = (byte) (color >> 8);
                rgb[at + 2] = (byte) color;
            }
        }
    }

    private void cover(int left, int top, int width, int height, int level) {
        for (int y = top; y < top + height; y++) {
            Arrays.fill(mask.levels(), y * WIDTH + left, y * WIDTH + left + width, (byte) level);
        }
    }

    private Mask refined() {
        return refined(1.5);
    }

    /** With noise of so many levels; a node's mean over many pixels has little of it. */
    private Mask refined(double deviation) {
        var noise = new Random(5);
        byte[] taken = rgb.clone();
        for (int i = 0; i < taken.length; i++) {
            taken[i] = (byte) Math.clamp(Math.round((rgb[i] & 255) + deviation * noise.nextGaussian()), 0, 255);
        }
        return Refinement.refined(new Raster(WIDTH, HEIGHT, taken), List.of(mask))
                .getFirst();
    }

    private static int at(Mask mask, int x, int y) {
        return mask.at(y * WIDTH + x);
    }

    @Test
    void givesBackTheWallBetweenTwoPictures() {
        paint(250, 150, 100, 140, FRAME);
        paint(374, 150, 100, 140, FRAME);
        cover(250, 150, 224, 140, 0);
        var fine = refined();

        assertThat(at(fine, 362, 220)).isEqualTo(255);
        assertThat(at(fine, 300, 220)).isZero();
        assertThat(at(fine, 424, 220)).isZero();
    }

    @Test
    void givesBackTheWallBehindABranch() {
        paint(300, 200, 28, 4, LEAF);
        paint(300, 222, 28, 4, LEAF);
        paint(300, 200, 4, 26, LEAF);
        paint(324, 200, 4, 26, LEAF);
        cover(300, 200, 28, 26, 0);
        var fine = refined();

        assertThat(at(fine, 314, 213)).isEqualTo(255);
        assertThat(at(fine, 314, 202)).isLessThan(60);
    }

    @Test
    void givesBackTheShadedWallUnderASeat() {
        paint(400, 400, 90, 14, FRAME);
        paint(400, 414, 4, 80, FRAME);
        paint(486, 414, 4, 80, FRAME);
        paint(404, 414, 82, 80, SHADED);
        paint(0, 494, WIDTH, HEIGHT - 494, 0x7a6048);
        cover(400, 400, 90, 94, 0);
        cover(0, 494, WIDTH, HEIGHT - 494, 0);

        assertThat(at(refined(), 445, 460)).isEqualTo(255);
    }

    @Test
    void leavesASocketAPictureAndASwitchAlone() {
        paint(300, 300, 26, 26, PLASTIC);
        cover(298, 298, 30, 30, 0);
        paint(500, 100, 60, 80, FRAME);
        paint(505, 105, 50, 70, 0xb8c4d0);
        cover(500, 100, 60, 80, 0);
        paint(650, 300, 16, 24, 0xb0a898);
        cover(649, 299, 18, 26, 0);
        var fine = refined();

        assertThat(at(fine, 313, 313)).as("socket").isZero();
        assertThat(at(fine, 530, 140)).as("picture").isZero();
        assertThat(at(fine, 658, 312)).as("switch").isZero();
    }

    @Test
    void leavesTheMatOfAPictureAloneThoughItIsAsWhiteAsTheWall() {
        paint(300, 100, 90, 110, FRAME);
        paint(306, 106, 78, 98, WALL);
        paint(320, 120, 50, 70, 0x4a6a90);
        cover(300, 100, 90, 110, 0);

        assertThat(at(refined(), 313, 155)).isZero();
    }

    @Test
    void leavesALargeThingOfTheSameColourAlone() {
        paint(600, 200, 3, 400, FRAME);
        paint(750, 200, 3, 400, FRAME);
        paint(600, 200, 153, 3, FRAME);
        cover(600, 200, 153, 400, 0);

        assertThat(at(refined(), 675, 400)).as("door").isZero();
    }

    @Test
    void dropsASpeckOnASofaAndKeepsASpeckOfWall() {
        paint(100, 350, 400, 250, 0x40506a);
        cover(100, 350, 400, 250, 0);
        cover(300, 450, 14, 10, 255);
        paint(200, 420, 20, 16, WALL);
        cover(200, 420, 20, 16, 255);
        var fine = refined();

        assertThat(at(fine, 307, 455)).as("sofa").isZero();
        assertThat(at(fine, 210, 428)).as("wall").isEqualTo(255);
    }

    @Test
    void dropsWhatSpiltOntoAFridgeThatStandsAtTheWall() {
        paint(0, 200, 300, 400, 0xc8c8cc);
        cover(0, 200, 300, 400, 0);
        cover(150, 380, 150, 150, 255);
        cover(120, 420, 40, 80, 255);
        var fine = refined(.6);

        assertThat(at(fine, 200, 450)).as("fridge").isZero();
        assertThat(at(fine, 280, 400)).as("fridge beside the wall").isZero();
        assertThat(at(fine, 320, 450)).as("wall").isEqualTo(255);
    }

    /** Its rim lies along edges, but for the strip that the network missed. */
    @Test
    void keepsAWallInAnotherPaintThatTheMaskNearlyFills() {
        paint(0, 200, 300, 400, 0x40506a);
        cover(0, 200, 20, 400, 0);
        paint(0, 200, 16, 400, FRAME);

        assertThat(at(refined(.6), 150, 400)).isEqualTo(255);
    }
}
