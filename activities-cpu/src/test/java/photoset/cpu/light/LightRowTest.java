package photoset.cpu.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;

class LightRowTest {
    private enum Plane {
        FIRST,
        SECOND,
        THIRD
    }

    /** Two by one cells of ten pixels. */
    private static final CellGrid GRID = new CellGrid(new Raster(20, 10, new byte[600]), 2);

    @Test
    void givesEachPlaneByItsName() {
        var row = GRID.reader(Map.of(Plane.SECOND, new float[] {4, 8}, Plane.FIRST, new float[] {1, 2}));
        row.row(5);

        assertThat(row.at(row.start(0), row.share(0), Plane.FIRST)).isEqualTo(1);
        assertThat(row.at(row.start(0), row.share(0), Plane.SECOND)).isEqualTo(4);
        assertThat(row.at(row.start(9), row.share(9), Plane.SECOND)).isCloseTo(5.8f, within(1e-5f));
        assertThat(row.at(row.start(19), row.share(19), Plane.FIRST)).isEqualTo(2);
        assertThat(row.slope(row.start(9), Plane.SECOND)).isEqualTo(4);
    }

    @Test
    void refusesPlanesWithOneBeforeThemMissing() {
        assertThatThrownBy(() -> GRID.reader(Map.of(Plane.FIRST, new float[2], Plane.THIRD, new float[2])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("THIRD");
    }

    @Test
    void multipliesColorsByTheirLight() {
        var row = GRID.reader(new RgbPlanes(new float[] {1, 2}, new float[] {.5f, .5f}, new float[] {0, 1}));
        row.row(0);
        float[] colors = new float[3 * 12];
        Arrays.fill(colors, .5f);
        row.light(0, 12, colors);
        float[] around = new float[3];
        row.colors(11, 1, around);

        assertThat(colors[0]).isEqualTo(.5f);
        assertThat(colors[2]).isZero();
        assertThat(colors[3 * 11]).isEqualTo(.5f * around[0]).isCloseTo(.825f, within(1e-5f));
        assertThat(colors[3 * 11 + 1]).isEqualTo(.25f);
    }
}
