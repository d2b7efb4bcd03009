package photoset.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import photoset.bench.scenes.Scene;
import photoset.bench.scenes.SceneKind;
import photoset.cpu.light.SurfaceReference;
import photoset.cpu.painting.Layer;
import photoset.cpu.painting.PaintOrder;
import photoset.cpu.painting.Painted;
import photoset.cpu.painting.Painter;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.workflows.rendering.ResolvedAction;

/** Recolours a wall of known paint and light and compares every pixel with the same wall really painted. */
class RecolorTruthTest {
    /** Paints before and after; {@code median} and {@code shadow} are the limits in CIEDE2000. */
    enum Repaint {
        WHITE_TO_SAGE("#e8e2d6", "#8fa58a", 1.0, 1.5),
        WHITE_TO_NAVY("#e8e2d6", "#1f2f4f", 1.0, 1.5),
        BEIGE_TO_WHITE("#c9b48f", "#f2f0ea", 1.0, 1.5),
        GREY_TO_BRICK("#9aa0a6", "#b5483a", 1.0, 1.5),
        BRICK_TO_GREY("#b5483a", "#9aa0a6", 1.0, 1.5),
        /** Dark to light multiplies the noise of the sensor by fifteen. */
        NAVY_TO_CREAM("#2c3e63", "#e9dca8", 1.0, 1.5);

        final LinearRgb before;
        final LinearRgb after;
        final double median;
        final double shadow;

        Repaint(String before, String after, double median, double shadow) {
            this.before = dimmed(LinearRgb.of(before));
            this.after = dimmed(LinearRgb.of(after));
            this.median = median;
            this.shadow = shadow;
        }

        // As measured in the field: no paint reflects all that its colour card says.
        private static LinearRgb dimmed(LinearRgb color) {
            return new LinearRgb(color.red() * .98f, color.green() * .98f, color.blue() * .98f);
        }
    }

    private static final Scene WALL = Scene.of(SceneKind.WALL, 450, 7);

    /** The colour to ask for: what the new paint shows where the surface's colour is measured. */
    private static LinearRgb wanted(Raster photo, Repaint repaint) {
        var shown = surface(photo);
        return new LinearRgb(
                shown.red() * repaint.after.red() / repaint.before.red(),
                shown.green() * repaint.after.green() / repaint.before.green(),
                shown.blue() * repaint.after.blue() / repaint.before.blue());
    }

    private static LinearRgb surface(Raster photo) {
        return SurfaceReference.of(photo, WALL.mask()).orElseThrow().color();
    }

    private static Painted painted(Raster photo, Mask mask, String color, double keepLight) {
        var layer = new Layer(new ResolvedAction.Recolor("Wall", color, keepLight), mask);
        return new Painter(step -> {}).paint(new PaintOrder(photo, List.of(layer), List.of(), false));
    }

    private static double[] differences(Raster actual, Raster truth, IntPredicate where) {
        return IntStream.range(0, truth.pixels())
                .filter(i -> WALL.mask().at(i) == 255)
                .filter(where)
                .mapToDouble(i -> ColorDifference.ciede2000(Lab.of(actual.at(i)), Lab.of(truth.at(i))))
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Repaint.class)
    void showsTheWallAsIfItWerePainted(Repaint repaint) throws IOException {
        var photo = WALL.photo(repaint.before);
        var painted = painted(photo, WALL.mask(), wanted(photo, repaint).hex(), 1);
        var truth = WALL.truth(repaint.after);
        draw(repaint.name(), painted.picture(), truth);

        assertThat(median(differences(painted.picture(), truth, i -> true))).isLessThanOrEqualTo(repaint.median);
        assertThat(mean(differences(painted.picture(), truth, WALL::inShadow))).isLessThanOrEqualTo(repaint.shadow);
        assertThat(painted.layers().getFirst().deltaE()).isLessThanOrEqualTo(1.0);
    }

    /** The same limits must be out of reach for the ways that other programs take, or they would show nothing. */
    @Test
    void aFlatFillAndAShiftOfColoursMissTheLimits() {
        var repaint = Repaint.WHITE_TO_SAGE;
        var photo = WALL.photo(repaint.before);
        var target = wanted(photo, repaint);
        var surface = surface(photo);
        var truth = WALL.truth(repaint.after);
        var flat = photo.copy();
        var shifted = photo.copy();
        for (int i = 0; i < photo.pixels(); i++) {
            var now = photo.at(i);
            set(flat, i, target);
            set(
                    shifted,
                    i,
                    new LinearRgb(
                            now.red() + target.red() - surface.red(),
                            now.green() + target.green() - surface.green(),
                            now.blue() + target.blue() - surface.blue()));
        }

        assertThat(median(differences(flat, truth, i -> true))).isGreaterThan(repaint.median);
        assertThat(mean(differences(flat, truth, WALL::inShadow))).isGreaterThan(repaint.shadow * 2);
        assertThat(mean(differences(shifted, truth, WALL::inShadow))).isGreaterThan(repaint.shadow * 2);
    }

    private static void set(Raster picture, int index, LinearRgb color) {
        picture.rgb()[index * 3] = Srgb.toByte(color.red());
        picture.rgb()[index * 3 + 1] = Srgb.toByte(color.green());
        picture.rgb()[index * 3 + 2] = Srgb.toByte(color.blue());
    }

    @Test
    void leavesTheLightsOwnColourOutWhenAsked() {
        var photo = WALL.photo(Repaint.WHITE_TO_SAGE.before);
        var target = LinearRgb.of("#8fa58a");
        var without = spot(painted(photo, WALL.mask(), "#8fa58a", 0).picture(), 60, 250);
        var with = spot(painted(photo, WALL.mask(), "#8fa58a", 1).picture(), 60, 250);

        // Without the tint every pixel is a multiple of the target.
        float wanted = target.red() / target.blue();
        assertThat(without.red() / without.blue()).isCloseTo(wanted, within(.03f));
        assertThat(with.luminance()).isCloseTo(without.luminance(), within(.003f));
    }

    @Test
    void paintsTwoPaintsInOne() {
        var photo = WALL.photo(LinearRgb.of("#a9c7a4"));
        var grey = WALL.photo(LinearRgb.of("#9aa3b0"));
        for (int y = 0; y < photo.height(); y++) {
            int half = (y * photo.width() + photo.width() / 2) * 3;
            System.arraycopy(grey.rgb(), half, photo.rgb(), half, photo.width() / 2 * 3);
        }
        var picture = painted(photo, WALL.mask(), "#e0dcd0", 1).picture();

        var left = Lab.of(spot(picture, 60, 150));
        var right = Lab.of(spot(picture, 380, 180));
        assertThat(Math.hypot(left.a() - right.a(), left.b() - right.b())).isLessThan(4);
    }

    private static final LinearRgb WHITE = LinearRgb.of("#e8e8e6");

    /** Both parts of a scene in the wanted colour, and the mean CIEDE2000 between them there. */
    private static double apart(Scene scene, Raster photo, String wanted) {
        var picture = painted(photo, scene.mask(), wanted, 1).picture();
        var first = Lab.of(wellLit(scene, photo, picture, false));
        var second = Lab.of(wellLit(scene, photo, picture, true));
        return ColorDifference.ciede2000(first, second);
    }

    /** The median of the brighter half of one part. */
    private static LinearRgb wellLit(Scene scene, Raster photo, Raster picture, boolean accent) {
        var mine = Mask.empty(photo.width(), photo.height());
        for (int i = 0; i < photo.pixels(); i++) {
            mine.levels()[i] =
                    (byte) (scene.inAccent(i) == accent ? scene.mask().at(i) : 0);
        }
        return SurfaceReference.of(photo, mine).orElseThrow().in(picture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#2c3e63", "#333333", "#6f6f70", "#7a2f2a", "#8fa58a"})
    void paintsAnAccentWallInTheSameColourAsTheWhiteOneBesideIt(String accent) throws IOException {
        var corner = Scene.of(SceneKind.CORNER, 450, 5);
        var photo = corner.photo(WHITE, LinearRgb.of(accent));
        draw(
                "accent-" + accent.substring(1),
                painted(photo, corner.mask(), "#c9b48f", 1).picture(),
                photo);

        assertThat(apart(corner, photo, "#c9b48f")).isLessThan(3);
    }

    @Test
    void paintsTheWallOfADimmerRoomSeenThroughADoor() throws IOException {
        var rooms = Scene.of(SceneKind.DOORWAY, 450, 5);
        var photo = rooms.photo(WHITE);
        draw("doorway", painted(photo, rooms.mask(), "#8fa58a", 1).picture(), photo);

        assertThat(apart(rooms, photo, "#8fa58a")).isLessThan(2);
    }

    /** A corner stays a corner: the wall turned from the window stays darker. */
    @Test
    void keepsTheShadingOfTwoWallsInOnePaint() {
        var corner = Scene.of(SceneKind.CORNER, 450, 5);

        assertThat(apart(corner, corner.photo(WHITE), "#8fa58a")).isGreaterThan(7);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHARP_SHADOW", "SOFT_SHADOW"})
    void keepsADeepShadowOnOneWall(SceneKind kind) throws IOException {
        var scene = Scene.of(kind, 450, 5);
        for (String paint : List.of("#e8e2d6", "#c9b48f", "#9aa0a6")) {
            var before = LinearRgb.of(paint);
            var photo = scene.photo(before);
            var after = LinearRgb.of("#8fa58a");
            var shown = SurfaceReference.of(photo, scene.mask()).orElseThrow().color();
            var wanted = new LinearRgb(
                    shown.red() * after.red() / before.red(),
                    shown.green() * after.green() / before.green(),
                    shown.blue() * after.blue() / before.blue());
            var picture = painted(photo, scene.mask(), wanted.hex(), 1).picture();
            var truth = scene.truth(after);
            draw(kind + paint.substring(1), picture, truth);
            var differences = IntStream.range(0, photo.pixels())
                    .filter(scene::inShadow)
                    .mapToDouble(i -> ColorDifference.ciede2000(Lab.of(picture.at(i)), Lab.of(truth.at(i))))
                    .toArray();

            assertThat(mean(differences)).isLessThan(1.5);
        }
    }

    /** The mean of ten by ten pixels. */
    private static LinearRgb spot(Raster picture, int x, int y) {
        float[] sums = new float[3];
        for (int i = 0; i < 100; i++) {
            var color = picture.at((y + i / 10) * picture.width() + x + i % 10);
            sums[0] += color.red() / 100;
            sums[1] += color.green() / 100;
            sums[2] += color.blue() / 100;
        }
        return new LinearRgb(sums[0], sums[1], sums[2]);
    }

    @Test
    void paintsSurfacesTooSmallOrTooDarkToMeasure() {
        var photo = WALL.photo(LinearRgb.of("#c9b48f"));
        var nothing = Mask.empty(photo.width(), photo.height());
        var speck = Mask.empty(photo.width(), photo.height());
        speck.levels()[5000] = (byte) 255;
        speck.levels()[5001] = 90;
        var black = new Raster(photo.width(), photo.height(), new byte[photo.rgb().length]);

        assertThat(painted(photo, speck, "#1f3a5f", 1).changes().pixels()).isEqualTo(2);
        assertThat(painted(photo, nothing, "#1f3a5f", 1).changes().pixels()).isZero();
        assertThat(painted(black, WALL.mask(), "#f0f0f0", 1).layers().getFirst().pixels())
                .isEqualTo(WALL.mask().count(1));
    }

    /** Picture, truth and their difference times 20 side by side, for a person who looks into a failure. */
    private static void draw(String name, Raster actual, Raster truth) throws IOException {
        int width = actual.width();
        var sheet = new BufferedImage(width * 3, actual.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < actual.pixels(); i++) {
            double difference = ColorDifference.ciede2000(Lab.of(actual.at(i)), Lab.of(truth.at(i)));
            int grey = (int) Math.min(255, difference * 20);
            sheet.setRGB(i % width, i / width, rgb(actual, i));
            sheet.setRGB(width + i % width, i / width, rgb(truth, i));
            sheet.setRGB(2 * width + i % width, i / width, grey << 16 | grey << 8 | grey);
        }
        var folder = Files.createDirectories(Path.of("target", "recolor"));
        ImageIO.write(sheet, "png", folder.resolve(name + ".png").toFile());
    }

    private static int rgb(Raster picture, int index) {
        byte[] bytes = picture.rgb();
        return (bytes[index * 3] & 255) << 16 | (bytes[index * 3 + 1] & 255) << 8 | (bytes[index * 3 + 2] & 255);
    }
}
