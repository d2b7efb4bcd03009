package photoset.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.bench.quality.Limit.Case;
import photoset.bench.scenes.Scene;
import photoset.bench.scenes.SceneKind;
import photoset.imaging.Raster;

class QualityBenchTest {
    private static final int WIDTH = 450;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private QualityBench bench(int width) {
        return new QualityBench(width, new PrintStream(out, true, StandardCharsets.UTF_8), folder);
    }

    @Test
    void aSmallBenchKeepsItsLimitsAndItsPictures() throws IOException {
        boolean kept = bench(WIDTH)
                .run(
                        List.of(SceneKind.WALL, SceneKind.PRODUCT),
                        List.of(Repaint.WHITE_TO_SAGE, Repaint.BRICK_TO_GREY, Repaint.OCHRE_TO_BLUE));

        assertThat(kept).as(out.toString(StandardCharsets.UTF_8)).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("median", "flat", "keep-L", "album")
                .doesNotContain("FAIL");
        assertThat(folder.resolve("wall-white-to-sage-result.png")).isRegularFile();
        assertThat(folder.resolve("product-ochre-to-blue-truth.png")).isRegularFile();
    }

    /** Or the limits would show nothing. */
    @Test
    void theSimplerWaysToPaintMissTheLimits() {
        var scene = Scene.of(SceneKind.PRODUCT, WIDTH, 7);
        for (var repaint : List.of(Repaint.WHITE_TO_SAGE, Repaint.OCHRE_TO_BLUE)) {
            var what = new Case(SceneKind.PRODUCT, repaint);
            var measurement = new Measurement(scene, Zones.of(scene), repaint);
            for (var baseline : Baseline.values()) {
                var target = Painting.target(scene, measurement.photo(), repaint);
                var picture = baseline.paint(measurement.photo(), scene.mask(), target);

                assertThat(missed(measurement, picture, what))
                        .contains(Figure.MEDIAN, Figure.SHADOW, Figure.IN_PROTECT);
            }
        }
    }

    @Test
    void theTruthItselfMissesNothingButThePhotosNoiseOutside() {
        var scene = Scene.of(SceneKind.WALL, WIDTH, 7);
        var what = new Case(SceneKind.WALL, Repaint.WHITE_TO_SAGE);
        var measurement = new Measurement(scene, Zones.of(scene), what.repaint());

        assertThat(missed(measurement, measurement.truth(), what)).containsExactly(Figure.OUTSIDE);
    }

    private static List<Figure> missed(Measurement measurement, Raster picture, Case what) {
        var figures = measurement.of(picture);
        return Limit.ALL.stream()
                .filter(limit -> limit.applies().test(what))
                .filter(limit -> !limit.holds(figures.getOrDefault(limit.figure(), Double.NaN)))
                .map(Limit::figure)
                .toList();
    }
}
