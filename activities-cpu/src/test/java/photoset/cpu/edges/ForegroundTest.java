package photoset.cpu.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

class ForegroundTest {
    private static final StillLife SCENE = new StillLife(1200);
    private static final Raster PHOTO = SCENE.photo(StillLife.BEIGE);

    @Test
    void halvesTheFringeThatATrueShareLeaves() {
        var navy = new LinearRgb(.06f, .12f, .3f);
        var truth = SCENE.truth(navy);
        double naive = SCENE.halo(Compositing.naive(PHOTO, SCENE.truth(), navy), truth);
        double own = SCENE.halo(Compositing.ofTheSurface(PHOTO, SCENE.truth(), navy), truth);

        assertThat(naive).isGreaterThan(6);
        assertThat(own).isLessThan(naive / 2);
    }

    @Test
    void seesTheWallThroughTheEdgeOfALamp() {
        var mask = SCENE.truth();
        var foreground = Foreground.under(PHOTO, List.of(mask)).getFirst();
        float[] rgb = new float[3];
        int soft = 0;
        // The lamp and its surroundings, where light falls off by a few percent only.
        for (int y = 150; y < 320; y++) {
            for (int x = 590; x < 750; x++) {
                int level = mask.at(y * mask.width() + x);
                if (level > 0 && level < 255) {
                    soft++;
                    foreground.at(x, y, rgb);
                    assertThat(rgb[2] / rgb[0]).as("%d, %d", x, y).isBetween(.55f, .8f);
                }
            }
        }
        assertThat(soft).isGreaterThan(300);
    }

    @Test
    void isThePhotoWhereTheMaskIsCertain() {
        var mask = SCENE.truth();
        var foreground = Foreground.under(PHOTO, List.of(mask)).getFirst();
        float[] rgb = new float[3];
        for (int i = 0; i < PHOTO.pixels(); i += 7) {
            if (mask.at(i) == 0 || mask.at(i) == 255) {
                foreground.at(i % PHOTO.width(), i / PHOTO.width(), rgb);
                assertThat(rgb[1]).isEqualTo(PHOTO.at(i).green());
            }
        }
    }

    @Test
    void staysWithThePhotoWhenNothingIsCertain() {
        var half = Mask.empty(PHOTO.width(), PHOTO.height());
        Arrays.fill(half.levels(), (byte) 128);
        float[] rgb = new float[3];
        Foreground.under(PHOTO, List.of(half)).getFirst().at(20, 20, rgb);

        assertThat(rgb[0]).isCloseTo(PHOTO.at(20 * PHOTO.width() + 20).red(), within(.001f));
    }
}
