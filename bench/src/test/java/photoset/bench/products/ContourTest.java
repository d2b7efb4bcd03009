package photoset.bench.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import photoset.bench.products.ProductScene.Shape;
import photoset.cpu.edges.Outlined;
import photoset.cpu.edges.Refinement;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;

/** The contour of a product that has nearly the color of its ground, from a mask as a network draws it. */
class ContourTest {
    /** 1.2 MP. */
    private static final int WIDTH = 1280;

    private static final LinearRgb WHITE = new LinearRgb(.75f, .75f, .73f);
    private static final LinearRgb WOOD = new LinearRgb(.48f, .37f, .26f);

    @Test
    void followTheEdgeToAPixel() {
        var scene = ProductScene.of(Ground.BOARDS, Shape.CARTON, Print.NONE, WIDTH);
        var photo = scene.photo(WOOD);
        var truth = scene.body();
        var coarse = CoarseMask.of(truth, 7);
        var before = Refinement.refined(photo, List.of(coarse)).getFirst();
        var after = Refinement.refined(photo, List.of(coarse), Map.of(coarse, Outlined.THING))
                .getFirst();

        assertThat(ContourFigures.of(coarse, truth).p95()).isGreaterThan(3);
        assertThat(ContourFigures.of(before, truth).p95()).isGreaterThan(1.3);
        assertThat(ContourFigures.of(after, truth).p95()).isLessThan(1);
    }

    /** Its shadow on the table starts in its own tone, so that colors alone put the edge into the shadow. */
    @Test
    void areNotLedIntoTheShadowOfAWhiteProduct() {
        var scene = ProductScene.of(Ground.GRADIENT, Shape.CAN, Print.NONE, WIDTH);
        var photo = scene.photo(WHITE);
        var truth = scene.body();
        var coarse = CoarseMask.of(truth, 7);
        var before = Refinement.refined(photo, List.of(coarse)).getFirst();
        var after = Refinement.refined(photo, List.of(coarse), Map.of(coarse, Outlined.THING))
                .getFirst();

        assertThat(ContourFigures.of(before, truth).p95()).isGreaterThan(2);
        assertThat(ContourFigures.of(after, truth).p95()).isLessThan(1.4);
    }

    @Test
    void areMeasuredInPixels() {
        var one = Mask.empty(40, 30);
        var other = Mask.empty(40, 30);
        for (int i = 0; i < one.levels().length; i++) {
            one.levels()[i] = (byte) (i % 40 < 20 ? 255 : 0);
            other.levels()[i] = (byte) (i % 40 < 23 ? 255 : 0);
        }

        assertThat(ContourFigures.of(one, other).median()).isEqualTo(3);
        assertThat(ContourFigures.of(one, one).p95()).isZero();
    }
}
