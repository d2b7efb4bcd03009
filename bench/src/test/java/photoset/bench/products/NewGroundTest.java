package photoset.bench.products;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photoset.bench.products.ProductScene.Shape;
import photoset.imaging.LinearRgb;

/** What is left of the old ground behind a product, and what becomes of its shadow. */
class NewGroundTest {
    private static final int WIDTH = 320;
    private static final LinearRgb BODY = LinearRgb.of("#d8cfc0");
    private static final LinearRgb WHITE = new LinearRgb(1, 1, 1);

    private static GroundFigures figures(Ground ground, Shape shape, LinearRgb value) {
        var scene = ProductScene.of(ground, shape, Print.NONE, WIDTH);
        return GroundFigures.of(scene, GroundFigures.onNewGround(scene, scene.photo(BODY), value, 1), value);
    }

    @ParameterizedTest
    @EnumSource
    void aCartonKeepsItsShadowAndNothingElse(Ground ground) {
        assertGood(figures(ground, Shape.CARTON, WHITE));
    }

    @ParameterizedTest
    @EnumSource(names = {"GRADIENT", "CLUTTERED"})
    void aCanKeepsItsShadowAndNothingElse(Ground ground) {
        assertGood(figures(ground, Shape.CAN, LinearRgb.of("#c8d8e0")));
    }

    private static void assertGood(GroundFigures figures) {
        assertThat(figures.exact()).isGreaterThanOrEqualTo(.99);
        assertThat(figures.shadow()).isLessThanOrEqualTo(3);
        // Below a slanted piece of the contour a column is not quite the way away from the foot.
        assertThat(figures.rises()).isLessThan(.02);
    }

    /** Or the figure of the shadow would show nothing. */
    @Test
    void theShadowIsSeenAndGoesByItsStrength() {
        var scene = ProductScene.of(Ground.BOARDS, Shape.CAN, Print.NONE, WIDTH);
        var photo = scene.photo(BODY);
        var full = GroundFigures.onNewGround(scene, photo, WHITE, 1);
        var half = GroundFigures.onNewGround(scene, photo, WHITE, .5);
        var none = GroundFigures.onNewGround(scene, photo, WHITE, 0);
        var background = scene.background();
        float darkest = 1;
        for (int i = 0; i < photo.pixels(); i++) {
            if (background.at(i) == 255) {
                assertThat(none.at(i).hex()).isEqualTo("#ffffff");
                assertThat(half.at(i).luminance())
                        .isGreaterThanOrEqualTo(full.at(i).luminance());
                darkest = Math.min(darkest, full.at(i).luminance());
            }
        }

        assertThat(darkest).isLessThan(.75f);
    }
}
