package photoset.cpu.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.regions.BitMask;

/** A tiled wall whose joints are two pixels wide, as a network draws them: nine pixels wide, and not quite in place. */
class LinesTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 960;
    private static final int TILE = 160;
    private static final int JOINT = 2;
    private static final int DRAWN = 9;
    private static final int OFF = 2;
    private static final int FLOOR = 680;

    private static boolean isOnLine(int pixel, int first, int width) {
        int x = pixel % WIDTH % TILE;
        int y = pixel / WIDTH % TILE;
        return (x >= first && x < first + width) || (y >= first && y < first + width);
    }

    private static boolean isJoint(int pixel) {
        return isOnLine(pixel, TILE / 2, JOINT);
    }

    private static Mask drawn() {
        var mask = Mask.empty(WIDTH, HEIGHT);
        for (int i = 0; i < mask.levels().length; i++) {
            boolean covered = isOnLine(i, TILE / 2 + OFF - DRAWN / 2, DRAWN);
            boolean soft = isOnLine(i, TILE / 2 + OFF - DRAWN / 2 - 1, DRAWN + 2);
            mask.levels()[i] = (byte) (covered ? 255 : soft ? 60 : 0);
        }
        return mask;
    }

    /** Brighter to the right, with noise; joints differ by {@code contrast}. */
    private static Raster wall(int contrast) {
        var noise = new Random(7);
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / 3;
            double light = 90 + 60.0 * (pixel % WIDTH) / WIDTH + (isJoint(pixel) ? contrast : 0);
            rgb[i] = (byte) Math.round(light + 1.5 * noise.nextGaussian());
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    /** The share of the pixels on joints, or beside them, that the mask keeps from paint. */
    private static double kept(Mask mask, boolean onJoints) {
        int kept = 0;
        int all = 0;
        for (int i = 0; i < mask.levels().length; i++) {
            if (isJoint(i) == onJoints) {
                all++;
                kept += mask.at(i) > 0 ? 1 : 0;
            }
        }
        return (double) kept / all;
    }

    @Test
    void keepsTheJointsAndLittleElse() {
        var coarse = drawn();
        var fine = Refinement.refined(wall(40), List.of(coarse)).getFirst();

        assertThat(kept(coarse, false)).isGreaterThan(.1);
        assertThat(kept(fine, false)).isLessThan(.005);
        assertThat(kept(fine, true)).isGreaterThan(.95);
    }

    @Test
    void findsDarkJointsToo() {
        var fine = Refinement.refined(wall(-40), List.of(drawn())).getFirst();

        assertThat(kept(fine, false)).isLessThan(.005);
        assertThat(kept(fine, true)).isGreaterThan(.95);
    }

    @Test
    void leavesWhatThePhotoDoesNotShow() {
        var fine = Refinement.refined(wall(0), List.of(drawn())).getFirst();

        assertThat(Arrays.equals(fine.levels(), drawn().levels())).isTrue();
    }

    /** Where a joint ends at the floor a network draws a foot; tiles there lie between tiles and floor, and are no joint. */
    @Test
    void takesNoTileForAJointWhereTheFloorBegins() {
        var photo = wall(40);
        Arrays.fill(photo.rgb(), FLOOR * WIDTH * 3, photo.rgb().length, (byte) 230);
        var coarse = drawn();
        Arrays.fill(coarse.levels(), (FLOOR + 4) * WIDTH, coarse.levels().length, (byte) 0);
        for (int y = FLOOR - 8; y < FLOOR + 4; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean foot = Math.abs(x % TILE - TILE / 2) < 20;
                coarse.levels()[y * WIDTH + x] = (byte) (foot ? 255 : 0);
            }
        }
        var fine = Refinement.refined(photo, List.of(coarse)).getFirst();
        int kept = 0;
        for (int i = (FLOOR - 20) * WIDTH; i < FLOOR * WIDTH; i++) {
            kept += !isJoint(i) && fine.at(i) > 0 ? 1 : 0;
        }

        assertThat(kept / 8).as("pixels at each of eight joints").isLessThan(200);
    }

    @Test
    void isNotForSurfaces() {
        var grid = Grid.over(wall(40));
        var nothing = new BitMask(grid.columns(), grid.rows());
        var half = nothing.copy();
        for (int node = 0; node < half.size(); node++) {
            if (node % grid.columns() < grid.columns() / 2) {
                half.add(node);
            }
        }

        assertThat(new Lines(grid, half, 3).areAll()).isFalse();
        assertThat(new Lines(grid, nothing, 3).areAll()).isFalse();
        assertThat(new Lines(grid, grid.covered(drawn()), 3).areAll()).isTrue();
    }
}
