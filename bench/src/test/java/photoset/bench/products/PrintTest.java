package photoset.bench.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photoset.bench.products.ProductScene.Shape;
import photoset.cpu.codec.DecodedPhoto;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.rendering.RenderSource;
import photoset.cpu.rendering.Renderer;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.regions.BitMask;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.ResolvedAction.Recolor;

/** What becomes of a protected text when the product that it is printed on gets another color. */
class PrintTest {
    private static final int WIDTH = 400;
    private static final LinearRgb CREAM = LinearRgb.of("#d8cfc0");
    private static final String BLUE = "#2f5fae";

    /** How far from ink the old ground may be left, in pixels. */
    private static final int NEAR_PX = 2;

    private static Raster painted(ProductScene scene, Raster photo) {
        var source = new RenderSource(
                0,
                "",
                0,
                new DecodedPhoto(PhotoFormat.PNG, photo, null, null),
                new LinearRgb(1, 1, 1),
                Map.of("Body", scene.body(), "Label_Text", scene.label()),
                new TreeMap<>(),
                Map.of(),
                "truth");
        var spec = new RenderSpec(
                "a",
                List.of(new Recolor("Body", BLUE, 1)),
                List.of("Label_Text"),
                OutputFormat.PNG,
                false,
                EdgeMode.AS_IS,
                false);
        return new Renderer(ImageCodecs.find(null), step -> {})
                .painted(source, spec)
                .picture();
    }

    private static double difference(Raster one, Raster other, int pixel) {
        return ColorDifference.ciede2000(Lab.of(one.at(pixel)), Lab.of(other.at(pixel)));
    }

    @ParameterizedTest
    @EnumSource
    void inkOnTheBodysPaintStaysAndItsGroundGetsTheColor(Shape shape) {
        var scene = ProductScene.of(Ground.PLAIN, shape, Print.INK, WIDTH);
        var photo = scene.photo(CREAM);
        var result = painted(scene, photo);
        var ink = scene.ink();
        var near = grown(ink);
        var label = scene.label();
        int inks = 0;
        int grounds = 0;
        for (int pixel = 0; pixel < photo.pixels(); pixel++) {
            if (ink.at(pixel) == 255) {
                inks++;
                assertThat(difference(photo, result, pixel)).isLessThanOrEqualTo(2);
            } else if (label.at(pixel) == 255 && !near.has(pixel)) {
                grounds++;
                var color = result.at(pixel);
                assertThat(color.blue()).as("pixel %d", pixel).isGreaterThan(2 * color.red());
            }
        }

        assertThat(inks).isGreaterThan(100);
        assertThat(grounds).isGreaterThan(100);
    }

    private static BitMask grown(Mask mask) {
        var some = new BitMask(mask.width(), mask.height());
        for (int i = 0; i < mask.levels().length; i++) {
            if (mask.at(i) > 0) {
                some.add(i);
            }
        }
        return some.grown(NEAR_PX);
    }

    @Test
    void aLabelWithAGroundOfItsOwnStaysWhole() {
        var scene = ProductScene.of(Ground.PLAIN, Shape.CARTON, Print.LABEL, WIDTH);
        var photo = scene.photo(CREAM);
        var result = painted(scene, photo);
        var label = scene.label();
        long changed = IntStream.range(0, photo.pixels())
                .filter(pixel -> label.at(pixel) > 0 && !result.same(photo, pixel))
                .count();

        assertThat(changed).isZero();
    }
}
