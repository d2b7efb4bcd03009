package photoset.cpu.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.regions.BitMask;

class SmallIslandsTest {
    private static final int WIDTH = 1536;
    private static final int HEIGHT = 1152;

    private static final byte SOFT = 90;

    private final Grid grid = Grid.over(new Raster(WIDTH, HEIGHT, new byte[3 * WIDTH * HEIGHT]));
    private final Mask mask = Mask.empty(WIDTH, HEIGHT);

    @Test
    void takesOutOnlyWhatIsSmallAndHangsTogetherWithNothing() {
        fill(100, 100, 300);
        mask.levels()[202 * WIDTH + 404] = SOFT;
        for (int y = 240; y < 260; y++) {
            mask.levels()[y * WIDTH + 400] = SOFT;
        }
        fill(405, 200, 5);
        fill(420, 260, 6);
        fill(500, 200, 40);
        fill(395, 300, 10);
        var all = new BitMask(grid.columns(), grid.rows());
        for (int node = 0; node < all.size(); node++) {
            int column = node % grid.columns();
            if (column < 52 || column > 195) {
                all.add(node);
            }
        }
        all.remove(131 * grid.columns() + 211);
        var trimap = new Trimap(grid.covered(mask), all);

        SmallIslands.clear(mask, trimap, grid);

        assertThat(at(250, 250)).as("the thing").isEqualTo(255);
        assertThat(at(101, 101)).as("its edge").isEqualTo(255);
        assertThat(at(520, 220)).as("a piece of its own").isEqualTo(255);
        assertThat(at(402, 305)).as("a spur of the thing").isEqualTo(255);
        assertThat(at(407, 202)).as("an island").isZero();
        assertThat(at(423, 263)).as("one with an inside").isZero();
        assertThat(at(404, 202)).as("its soft rim").isZero();
        assertThat(at(400, 250)).as("the soft rim of the thing").isEqualTo(SOFT);
    }

    private int at(int x, int y) {
        return mask.at(y * WIDTH + x);
    }

    private void fill(int left, int top, int side) {
        for (int y = top; y < top + side; y++) {
            java.util.Arrays.fill(mask.levels(), y * WIDTH + left, y * WIDTH + left + side, (byte) 255);
        }
    }
}
