package photoset.gpu.planes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BinaryMaskTest {
    @Test
    void dropsSmallIslandsAndKeepsLargeOnes() {
        var field = BinaryMask.of(Sketches.margin(
                "##....#.", //
                "##......",
                "......##",
                "#......."));

        assertThat(Sketches.text(field.withoutIslands(3), 8)).isEqualTo("##......\n##......\n........\n........");
    }

    @Test
    void takesADiagonalForOneIsland() {
        var field = BinaryMask.of(Sketches.margin("#...", ".#..", "..#."));

        assertThat(Sketches.text(field.withoutIslands(3), 4)).isEqualTo("#...\n.#..\n..#.");
    }

    @Test
    void fillsSmallHolesButNoBay() {
        var field = BinaryMask.of(Sketches.margin(
                "#####.##", //
                "#.###.##",
                "########",
                "###...##",
                "########"));

        assertThat(Sketches.text(field.withoutHoles(3), 8))
                .isEqualTo("#####.##\n#####.##\n########\n###...##\n########");
    }

    @Test
    void growsByASquare() {
        var field = BinaryMask.of(Sketches.margin(
                "......", //
                "......", "...#..", "......", "......", "#....."));

        assertThat(Sketches.text(field.grown(1), 6)).isEqualTo("......\n..###.\n..###.\n..###.\n##....\n##....");
    }

    @Test
    void keepsWhatLiesInBoth() {
        var field = BinaryMask.of(Sketches.margin("###.")).within(BinaryMask.of(Sketches.margin(".###")));

        assertThat(Sketches.text(field, 4)).isEqualTo(".##.");
        assertThat(Sketches.text(field.outside(), 4)).isEqualTo("#..#");
    }
}
