package photoset.cpu.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.cpu.removal.RemovalRefused;
import photoset.imaging.Lab;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedAction;

/** What a rule removes, beside what it paints and protects. */
class RemovalPaintTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 140;
    private static final Mask LAMP = box(90, 50, 24, 30);
    private static final Mask TRIM = box(104, 60, 40, 40);
    private static final Layer REMOVED = new Layer(new ResolvedAction.Remove("Lamp"), LAMP);

    private static Mask box(int left, int top, int width, int height) {
        var mask = Mask.empty(WIDTH, HEIGHT);
        for (int y = top; y < top + height; y++) {
            Arrays.fill(mask.levels(), y * WIDTH + left, y * WIDTH + left + width, (byte) 255);
        }
        return mask;
    }

    private static Mask wall() {
        var wall = box(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < wall.levels().length; i++) {
            wall.levels()[i] = LAMP.levels()[i] == 0 ? wall.levels()[i] : 0;
        }
        return wall;
    }

    private static Raster photo() {
        var random = new Random(5);
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < rgb.length; i++) {
            boolean lamp = LAMP.levels()[i / 3] != 0;
            rgb[i] = (byte) (lamp ? 30 + 60 * (i % 3) : 190 + i / 3 % WIDTH / 8 + random.nextInt(5));
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    private static Painted paint(List<Layer> layers, List<Mask> protect) {
        return new Painter(step -> {}).paint(new PaintOrder(photo(), layers, protect, false));
    }

    @Test
    void theWallIsPaintedBehindWhatIsRemoved() {
        var sage = new Layer(new ResolvedAction.Recolor("Wall", "#9caf88", 1), wall());

        for (var layers : List.of(List.of(sage, REMOVED), List.of(REMOVED, sage))) {
            var picture = paint(layers, List.of()).picture();
            var behind = Lab.of(picture.at(65 * WIDTH + 100));
            var beside = Lab.of(picture.at(65 * WIDTH + 60));
            assertThat(Math.abs(behind.a() - beside.a()) + Math.abs(behind.b() - beside.b()))
                    .isLessThan(4);
            assertThat(Math.abs(behind.l() - beside.l())).isLessThan(6);
        }
    }

    @Test
    void theProofHolds() {
        var painted = paint(List.of(REMOVED), List.of(TRIM));

        assertThat(painted.changes().inProtect()).isZero();
        assertThat(painted.changes().outsideRule()).isZero();
        assertThat(painted.changes().pixels()).isPositive();
        assertThat(painted.layers().getFirst().pixels())
                .isGreaterThanOrEqualTo(painted.changes().pixels());
    }

    @Test
    void theWatermarkIsOnWhatWasFilled() {
        var plain = paint(List.of(REMOVED), List.of()).picture();
        var marked = new Painter(step -> {})
                .paint(new PaintOrder(photo(), List.of(REMOVED), List.of(), true))
                .picture();

        assertThat(marked.rgb()).isNotEqualTo(plain.rgb());
    }

    @Test
    void othersOfItsKindAreNeitherFilledNorCopied() {
        var other = box(118, 50, 24, 30);
        var photo = photo();
        for (int i = 0; i < photo.pixels(); i++) {
            if (other.levels()[i] != 0) {
                photo.rgb()[3 * i + 1] = 0;
            }
        }
        var order = new PaintOrder(photo, null, List.of(REMOVED), List.of(), List.of(other), false);
        var picture = new Painter(step -> {}).paint(order).picture();

        for (int i = 0; i < photo.pixels(); i++) {
            assertThat(other.levels()[i] == 0 ? (picture.rgb()[3 * i + 1] & 255) > 60 : picture.same(photo, i))
                    .isTrue();
        }
    }

    @Test
    void stepsAreToldBeforeTheyStart() {
        var steps = new ArrayList<String>();
        new Painter(steps::add).paint(new PaintOrder(photo(), List.of(REMOVED), List.of(), false));

        assertThat(steps.stream().distinct()).startsWith("remove", "claim", "paint");
    }

    /** A large hole takes seconds, in which a worker has to be heard and a user may cancel. */
    @Test
    void aRemovalCanBeGivenUpHalfway() {
        var steps = new ArrayList<String>();
        var canceled = new Painter(step -> {
            steps.add(step);
            if (steps.size() == 3) {
                throw new IllegalStateException("canceled");
            }
        });

        assertThatThrownBy(() -> canceled.paint(new PaintOrder(photo(), List.of(REMOVED), List.of(), false)))
                .hasMessage("canceled");
        assertThat(steps).containsOnly("remove");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        var layer = new Layer(new ResolvedAction.Remove("Lamp"), box(0, 0, 100, 60));

        assertThatThrownBy(() -> paint(List.of(layer), List.of())).isInstanceOf(RemovalRefused.class);
    }
}
