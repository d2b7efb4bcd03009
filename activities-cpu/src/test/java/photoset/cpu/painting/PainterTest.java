package photoset.cpu.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedAction;

class PainterTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    private static Raster noise(Random random) {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        random.nextBytes(rgb);
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    private static Raster even(String hex) {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        int value = Integer.parseInt(hex, 1, 7, 16);
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) (value >> 16);
            rgb[i + 1] = (byte) (value >> 8);
            rgb[i + 2] = (byte) value;
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    /** A soft blot somewhere. */
    private static Mask blot(Random random) {
        var mask = Mask.empty(WIDTH, HEIGHT);
        double x = random.nextDouble(WIDTH);
        double y = random.nextDouble(HEIGHT);
        double radius = random.nextDouble(5, 80);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int column = i % WIDTH;
            int row = i / WIDTH;
            double inside = radius - Math.hypot(column - x, row - y);
            mask.levels()[i] = (byte) Math.clamp((long) (128 + inside * 30), 0, 255);
        }
        return mask;
    }

    private static Mask full() {
        var mask = Mask.empty(WIDTH, HEIGHT);
        Arrays.fill(mask.levels(), (byte) 255);
        return mask;
    }

    private static Layer layer(String color, Mask mask) {
        return new Layer(new ResolvedAction.Recolor("Wall", color, 1), mask);
    }

    private static Painted paint(PaintOrder order) {
        return new Painter(step -> {}).paint(order);
    }

    @RepeatedTest(20)
    void neverTouchesWhatIsProtectedOrNotAskedFor(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var photo = noise(random);
        var before = photo.copy();
        var layers = List.of(layer("#9caf88", blot(random)), layer("#1f3a5f", blot(random)));
        var protect = List.of(blot(random), blot(random));
        var painted = paint(new PaintOrder(photo, layers, protect, random.nextBoolean()));

        long changed = 0;
        for (int i = 0; i < photo.pixels(); i++) {
            boolean fenced = protect.get(0).at(i) > 0 || protect.get(1).at(i) > 0;
            boolean wanted =
                    layers.get(0).mask().at(i) > 0 || layers.get(1).mask().at(i) > 0;
            boolean same = painted.picture().same(photo, i);
            assertThat(same || (wanted && !fenced)).as("pixel %d", i).isTrue();
            changed += same ? 0 : 1;
        }
        assertThat(painted.changes().pixels()).isEqualTo(changed);
        assertThat(painted.changes().inProtect()).isZero();
        assertThat(painted.changes().outsideRule()).isZero();
        assertThat(photo.rgb()).isEqualTo(before.rgb());
    }

    @RepeatedTest(3)
    void givesTheSameBytesForTheSameOrder(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var photo = noise(random);
        var order = new PaintOrder(photo, List.of(layer("#b5483a", blot(random))), List.of(blot(random)), true);

        assertThat(paint(order).picture().rgb())
                .isEqualTo(paint(order).picture().rgb());
    }

    @Test
    void letsTheLaterPaintWin() {
        var order = new PaintOrder(
                even("#c0c0c0"), List.of(layer("#9caf88", full()), layer("#1f3a5f", full())), List.of(), false);
        var painted = paint(order);

        assertThat(painted.picture().at(5000).hex()).isEqualTo("#1f3a5f");
        assertThat(painted.layers().get(0).pixels()).isZero();
        assertThat(painted.layers().get(0).surface()).isNull();
        assertThat(painted.layers().get(1).pixels()).isEqualTo(WIDTH * HEIGHT);
    }

    @Test
    void leavesNoSeamOfTheOldColourBetweenTwoPaints() {
        var left = Mask.empty(WIDTH, HEIGHT);
        var right = Mask.empty(WIDTH, HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int level = Math.clamp((i % WIDTH - 70) * 13L, 0, 255);
            left.levels()[i] = (byte) (255 - level);
            right.levels()[i] = (byte) level;
        }
        var layers = List.of(layer("#202020", left), layer("#202020", right));
        var picture =
                paint(new PaintOrder(even("#ffffff"), layers, List.of(), false)).picture();

        for (int x = 60; x < 100; x++) {
            assertThat(picture.at(50 * WIDTH + x).luminance())
                    .isCloseTo(LinearRgb.of("#202020").luminance(), within(.0005f));
        }
    }

    @Test
    void mixesSoftEdgesInLinearLight() {
        var half = Mask.empty(WIDTH, HEIGHT);
        Arrays.fill(half.levels(), (byte) 128);
        var picture = paint(new PaintOrder(even("#ffffff"), List.of(layer("#000000", half)), List.of(), false))
                .picture();

        // Half the light of white; half its byte would be #7f7f7f.
        assertThat(picture.at(0).hex()).isEqualTo("#bbbbbb");
    }

    @Test
    void writesTheWatermarkIntoThePaintOnly() {
        var photo = even("#b0b0b0");
        var wall = Mask.empty(WIDTH, HEIGHT);
        Arrays.fill(wall.levels(), 0, WIDTH * HEIGHT / 2, (byte) 255);
        var lamp = Mask.empty(WIDTH, HEIGHT);
        Arrays.fill(lamp.levels(), 0, WIDTH * 10, (byte) 1);
        for (String color : List.of("#9caf88", "#101828")) {
            var layers = List.of(layer(color, wall));
            var plain =
                    paint(new PaintOrder(photo, layers, List.of(lamp), false)).picture();
            var marked =
                    paint(new PaintOrder(photo, layers, List.of(lamp), true)).picture();

            long lettered = 0;
            for (int i = 0; i < photo.pixels(); i++) {
                if (!marked.same(plain, i)) {
                    lettered++;
                    assertThat(wall.at(i)).isPositive();
                    assertThat(lamp.at(i)).isZero();
                }
            }
            assertThat(lettered).isBetween(300L, wall.count(1) / 3);
        }
    }

    @Test
    void tellsItsStepsAndStopsWhenToldSo() {
        var order = new PaintOrder(even("#b0b0b0"), List.of(layer("#9caf88", full())), List.of(), true);
        List<String> steps = new ArrayList<>();
        paintTelling(steps, order);

        assertThat(steps).containsExactly("claim", "paint", "watermark", "count");
        var stopping = new Painter(step -> {
            if (step.equals("paint")) {
                throw new IllegalStateException("canceled");
            }
        });
        assertThatThrownBy(() -> stopping.paint(order)).hasMessage("canceled");
    }

    private static void paintTelling(List<String> steps, PaintOrder order) {
        assertThat(new Painter(steps::add).paint(order).changes().pixels()).isPositive();
    }

    @Test
    void refusesAMaskOfAnotherSize() {
        var mask = Mask.empty(WIDTH, HEIGHT - 1);

        assertThatThrownBy(() -> new PaintOrder(even("#b0b0b0"), List.of(layer("#9caf88", mask)), List.of(), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("160 x 119");
    }
}
