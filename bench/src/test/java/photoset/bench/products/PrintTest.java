package photoset.bench.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photoset.bench.products.ProductScene.Shape;
import photoset.imaging.LinearRgb;

/** What becomes of a protected text when the product that it is printed on gets another color. */
class PrintTest {
    private static final int WIDTH = 400;
    private static final LinearRgb CREAM = LinearRgb.of("#d8cfc0");

    @ParameterizedTest
    @EnumSource
    void inkOnTheBodysPaintStaysAndItsGroundGetsTheColor(Shape shape) {
        var figures = PrintFigures.of(ProductScene.of(Ground.PLAIN, shape, Print.INK, WIDTH));

        assertThat(figures.inks()).isGreaterThan(100);
        assertThat(figures.grounds()).isGreaterThan(100);
        assertThat(figures.ink()).isLessThanOrEqualTo(2);
        assertThat(figures.ground()).isZero();
    }

    @Test
    void aLabelWithAGroundOfItsOwnStaysWhole() {
        var scene = ProductScene.of(Ground.PLAIN, Shape.CARTON, Print.LABEL, WIDTH);
        var photo = scene.photo(CREAM);
        var result = PrintFigures.painted(scene, photo);
        var label = scene.label();
        long changed = IntStream.range(0, photo.pixels())
                .filter(pixel -> label.at(pixel) > 0 && !result.same(photo, pixel))
                .count();

        assertThat(changed).isZero();
    }
}
