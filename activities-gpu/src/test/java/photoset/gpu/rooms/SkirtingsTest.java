package photoset.gpu.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import photoset.imaging.Plane;
import photoset.imaging.Raster;

/** A wall, a skirting of ten rows that the network takes for floor, and the floor. */
class SkirtingsTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 90;
    private static final int TOP = 50;
    private static final int FOOT = 60;
    private static final int WHITE = 230;
    private static final int WOOD = 120;

    private static Plane rows(int from, int to, float value, float beyond) {
        var values = new float[WIDTH * HEIGHT];
        Arrays.fill(values, beyond);
        Arrays.fill(values, from * WIDTH, to * WIDTH, value);
        return new Plane(WIDTH, HEIGHT, values);
    }

    private static Raster picture(int board) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        Arrays.fill(rgb, (byte) 200);
        Arrays.fill(rgb, 3 * TOP * WIDTH, 3 * FOOT * WIDTH, (byte) board);
        Arrays.fill(rgb, 3 * FOOT * WIDTH, rgb.length, (byte) WOOD);
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    /** The first row of floor. */
    private static int floorFrom(int board, float molding, boolean underAWall) {
        var shares = SurfaceShares.blank(WIDTH * HEIGHT);
        Arrays.fill(shares.floor(), TOP * WIDTH, HEIGHT * WIDTH, 1);
        var wall = rows(0, TOP, underAWall ? 1 : -1, -1);
        var floor = rows(TOP, HEIGHT, 1, -1);
        float[] moldings = rows(TOP, FOOT, molding, .05f).values();
        new Skirtings(shares, picture(board), moldings, floor, wall).drop();
        int row = 0;
        while (shares.floor()[row * WIDTH] == 0) {
            row++;
        }
        return row;
    }

    @Test
    void aWhiteBoardIsNoFloorButForItsFoot() {
        assertThat(floorFrom(WHITE, .9f, true)).isEqualTo(FOOT - 1);
    }

    @Test
    void whatIsNoSureMoldingOrHasTheFloorsColorOrNoWallAboveIsLeft() {
        assertThat(floorFrom(WHITE, .7f, true)).isEqualTo(TOP);
        assertThat(floorFrom(WOOD + 10, .9f, true)).isEqualTo(TOP);
        assertThat(floorFrom(WHITE, .9f, false)).isEqualTo(TOP);
    }
}
