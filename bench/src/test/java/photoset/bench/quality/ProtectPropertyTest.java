package photoset.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.bench.scenes.Scene;
import photoset.bench.scenes.SceneKind;
import photoset.cpu.painting.Layer;
import photoset.cpu.painting.PaintOrder;
import photoset.cpu.painting.Painter;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.rendering.Finish;
import photoset.workflows.rendering.RecolorMode;
import photoset.workflows.rendering.ResolvedAction.Recolor;

/** Protected pixels stay as they are whatever the scene, the paints, the masks and the options. */
class ProtectPropertyTest {
    private static final int SCENES = 1000;

    private static final int WIDTH = 48;

    private static final List<SceneKind> KINDS = List.of(SceneKind.values());
    private static final List<Finish> FINISHES = List.of(Finish.values());
    private static final List<RecolorMode> MODES = List.of(RecolorMode.values());

    @Test
    void changesNothingUnderProtectInAThousandRandomScenes() {
        long painted = 0;
        for (int seed = 0; seed < SCENES; seed++) {
            var random = new Random(seed);
            var scene = Scene.of(KINDS.get(seed % KINDS.size()), WIDTH, seed);
            var photo = scene.photo(color(random), color(random));
            var protect =
                    random.nextBoolean() ? List.of(scene.protect(), blot(photo, random)) : List.of(blot(photo, random));
            var layers =
                    List.of(new Layer(recolor(random), scene.mask()), new Layer(recolor(random), blot(photo, random)));
            var result = new Painter(step -> {}).paint(new PaintOrder(photo, layers, protect, random.nextBoolean()));

            painted += result.changes().pixels();
            assertThat(changed(photo, result.picture(), protect))
                    .as("scene %d", seed)
                    .isZero();
        }
        assertThat(painted).isGreaterThan((long) SCENES * WIDTH * WIDTH / 6);
    }

    private static LinearRgb color(Random random) {
        return new LinearRgb(random.nextFloat(), random.nextFloat(), random.nextFloat());
    }

    private static Recolor recolor(Random random) {
        return new Recolor(
                "Wall",
                color(random).hex(),
                random.nextDouble(),
                FINISHES.get(random.nextInt(FINISHES.size())),
                random.nextDouble(.5, .9),
                MODES.get(random.nextInt(MODES.size())),
                random.nextBoolean() ? color(random).hex() : null);
    }

    /** A soft disc somewhere. */
    private static Mask blot(Raster photo, Random random) {
        var mask = Mask.empty(photo.width(), photo.height());
        double x = random.nextDouble(photo.width());
        double y = random.nextDouble(photo.height());
        double radius = random.nextDouble(2, 20);
        for (int i = 0; i < photo.pixels(); i++) {
            int row = i / photo.width();
            double inside = radius - Math.hypot(i % photo.width() - x, row - y);
            mask.levels()[i] = (byte) Math.clamp((long) (128 + inside * 60), 0, 255);
        }
        return mask;
    }

    private static long changed(Raster photo, Raster picture, List<Mask> protect) {
        long changed = 0;
        for (int i = 0; i < photo.pixels(); i++) {
            int pixel = i;
            boolean fenced = protect.stream().anyMatch(mask -> mask.at(pixel) > 0);
            changed += fenced && !picture.same(photo, i) ? 1 : 0;
        }
        return changed;
    }
}
