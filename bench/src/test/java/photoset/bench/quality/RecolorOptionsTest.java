package photoset.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import photoset.bench.scenes.Scene;
import photoset.bench.scenes.SceneKind;
import photoset.cpu.painting.Layer;
import photoset.cpu.painting.PaintOrder;
import photoset.cpu.painting.Painter;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.Finish;
import photoset.workflows.rendering.RecolorMode;
import photoset.workflows.rendering.ResolvedAction.Recolor;

/** What each option of a recolor changes. */
class RecolorOptionsTest {
    private static Raster painted(Raster photo, Mask mask, Recolor recolor) {
        return new Painter(step -> {})
                .paint(new PaintOrder(photo, List.of(new Layer(recolor, mask)), List.of(), false))
                .picture();
    }

    private static Recolor recolor(
            String color, @Nullable Finish finish, @Nullable Double anchor, @Nullable String present) {
        return new Recolor(
                "Wall",
                color,
                1,
                finish == null ? Finish.MATTE : finish,
                anchor == null ? Action.Recolor.ANCHOR : anchor,
                present == null ? RecolorMode.APPEARANCE : RecolorMode.PAINT,
                present);
    }

    private static double mean(Raster picture, Mask mask) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < picture.pixels(); i++) {
            if (mask.at(i) == 255) {
                sum += picture.at(i).luminance();
                count++;
            }
        }
        return sum / count;
    }

    /** The colour then belongs to a brighter place, so everything else is darker. */
    @Test
    void aHigherAnchorMakesTheSurfaceDarker() {
        var scene = Scene.of(SceneKind.WALL, 300, 1);
        var photo = scene.photo(LinearRgb.of("#c9b48f"));
        double low = mean(painted(photo, scene.mask(), recolor("#8fa58a", null, .5, null)), scene.mask());
        double middle = mean(painted(photo, scene.mask(), recolor("#8fa58a", null, .65, null)), scene.mask());
        double high = mean(painted(photo, scene.mask(), recolor("#8fa58a", null, .9, null)), scene.mask());

        assertThat(middle).isBetween(high * 1.02, low / 1.02);
    }

    @Test
    void thePresentPaintTellsHowBrightTheLightIs() {
        var scene = Scene.of(SceneKind.WALL, 300, 1).under(new LinearRgb(.5f, .5f, .5f));
        var photo = scene.photo(LinearRgb.of("#c9b48f"));
        var truth = scene.truth(LinearRgb.of("#8fa58a"));
        var picture = painted(photo, scene.mask(), recolor("#8fa58a", null, null, "#c9b48f"));

        assertThat(mean(picture, scene.mask()) / mean(truth, scene.mask())).isCloseTo(1, within(.03));
    }

    @Test
    void glossKeepsAMirroredLampWhiteOnANeutralCan() {
        var scene = Scene.of(SceneKind.PRODUCT, 300, 1);
        var photo = scene.photo(LinearRgb.of("#2b2b2d"));
        float matte = brightest(painted(photo, scene.mask(), recolor("#1f2f4f", Finish.MATTE, null, null)), scene);
        float gloss = brightest(painted(photo, scene.mask(), recolor("#1f2f4f", Finish.GLOSS, null, null)), scene);

        // Nothing that is navy reflects as much red as blue.
        assertThat(matte).isLessThan(.25f);
        assertThat(gloss).isGreaterThan(1.6f * matte);
    }

    /** Red over blue, in light, at the brightest painted place. */
    private static float brightest(Raster picture, Scene scene) {
        float most = 0;
        float ratio = 0;
        for (int i = 0; i < picture.pixels(); i++) {
            if (scene.inSheen(i) && scene.mask().at(i) == 255 && scene.protect().at(i) == 0) {
                var color = picture.at(i);
                if (color.luminance() > most) {
                    most = color.luminance();
                    ratio = color.red() / color.blue();
                }
            }
        }
        return ratio;
    }

    /** Half-way between two bytes every second pixel is the one, every other the other. */
    @Test
    void aSmoothGradientShowsNoSteps() {
        int width = 256;
        var photo = new Raster(width, 64, new byte[width * 64 * 3]);
        for (int i = 0; i < photo.pixels(); i++) {
            byte value = (byte) (120 + i % width / 4);
            Arrays.fill(photo.rgb(), i * 3, i * 3 + 3, value);
        }
        var mask = Mask.empty(width, 64);
        Arrays.fill(mask.levels(), (byte) 255);
        var picture = painted(photo, mask, recolor("#202020", null, null, null));

        int mixed = 0;
        for (int x = 0; x < width; x++) {
            int first = picture.rgb()[x * 3] & 255;
            for (int y = 1; y < 8; y++) {
                if ((picture.rgb()[(y * width + x) * 3] & 255) != first) {
                    mixed++;
                    break;
                }
            }
        }
        assertThat(mixed).isGreaterThan(width / 2);
        assertThat(Srgb.linear(picture.rgb()[0])).isLessThan(Srgb.linear(picture.rgb()[(width - 1) * 3]));
    }
}
