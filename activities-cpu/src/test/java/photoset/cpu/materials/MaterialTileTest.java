package photoset.cpu.materials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
import photoset.imaging.Raster;
import photoset.workflows.rendering.MaterialType;
import photoset.workflows.rendering.ResolvedMaterial;
import photoset.workflows.rendering.TilePattern;

class MaterialTileTest {
    private static final int SIDE = 256;

    private static List<ResolvedMaterial> all() {
        return Catalogue.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theMeanIsTheMaterialsColour(ResolvedMaterial material) {
        var picture = MaterialTile.of(material, SIDE).picture();
        double deltaE = ColorDifference.ciede2000(Lab.of(mean(picture)), Lab.of(LinearRgb.of(material.hex())));
        assertThat(deltaE).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theTileRepeatsWithoutASeam(ResolvedMaterial material) {
        var picture = MaterialTile.of(material, SIDE).picture();
        assertThat(acrossBorder(picture, false)).isLessThanOrEqualTo(1.3 * worstInside(picture, false) + 1);
        assertThat(acrossBorder(picture, true)).isLessThanOrEqualTo(1.3 * worstInside(picture, true) + 1);
    }

    @Test
    void theSameRecipeGivesTheSameBytes() {
        var oak = Catalogue.of("oak_herringbone");
        var tile = MaterialTile.of(oak, SIDE);
        assertThat(MaterialTile.of(oak, SIDE).picture().rgb())
                .isEqualTo(tile.picture().rgb());
        // Another value means that every picture with a material changes: raise the renderer's version with it.
        assertThat(Arrays.hashCode(tile.picture().rgb())).isEqualTo(-1938320229);
    }

    @Test
    void everyPatternIsInTheCatalogue() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(all())
                .extracting(material -> material.recipe().materialType())
                .contains(MaterialType.values());
        assertThat(all()).extracting(material -> material.recipe().pattern()).contains(TilePattern.values());
        assertThat(all()).extracting(material -> material.recipe().seed()).doesNotHaveDuplicates();
    }

    @Test
    void aTileKnowsItsSize() {
        var subway = MaterialTile.of(Catalogue.of("subway_white"), SIDE);
        assertThat(subway.widthCm() % 20).isZero();
        assertThat(subway.heightCm() % 20).isZero();
    }

    private static LinearRgb mean(Raster picture) {
        double[] sums = new double[3];
        for (int i = 0; i < picture.pixels(); i++) {
            sums[0] += picture.at(i).red();
            sums[1] += picture.at(i).green();
            sums[2] += picture.at(i).blue();
        }
        int count = picture.pixels();
        return new LinearRgb((float) (sums[0] / count), (float) (sums[1] / count), (float) (sums[2] / count));
    }

    /** The mean difference of the first and the last row (or column), which are neighbours where tiles meet. */
    private static double acrossBorder(Raster picture, boolean columns) {
        return difference(picture, SIDE - 1, 0, columns);
    }

    private static double worstInside(Raster picture, boolean columns) {
        double worst = 0;
        for (int i = 1; i < SIDE; i++) {
            worst = Math.max(worst, difference(picture, i - 1, i, columns));
        }
        return worst;
    }

    private static double difference(Raster picture, int first, int second, boolean columns) {
        long sum = 0;
        for (int i = 0; i < SIDE; i++) {
            int a = 3 * (columns ? i * SIDE + first : first * SIDE + i);
            int b = 3 * (columns ? i * SIDE + second : second * SIDE + i);
            for (int channel = 0; channel < 3; channel++) {
                sum += Math.abs((picture.rgb()[a + channel] & 255) - (picture.rgb()[b + channel] & 255));
            }
        }
        return sum / (3.0 * SIDE);
    }
}
