package photoset.cpu.brushes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.rendering.ResolvedAction.Background;
import photoset.workflows.rendering.ResolvedAction.Blur;
import photoset.workflows.rendering.ResolvedAction.Recolor;
import photoset.workflows.rendering.ResolvedAction.Tone;

class BrushTest {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;
    private static final int ROW = 437;

    /** A bright recolor bends and fits colours, a recolor of a half dark photo takes noise out and knows two paints. */
    static List<ResolvedAction> actions() {
        return List.of(
                new Recolor("Wall", "#ffd400", 1),
                new Recolor("Wall", "#9caf88", 1),
                new Tone("Wall", 1, 1.2, 20, 5, 1.6, .5),
                new Background("Wall", "#f4f4f4", 1),
                new Blur("Wall", .3));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aStretchIsPaintedLikeItsPixels(ResolvedAction action) {
        var photo = photo();
        byte[] levels = new byte[WIDTH * HEIGHT];
        Arrays.fill(levels, (byte) 255);
        var brush = Brushes.of(photo, new Mask(WIDTH, HEIGHT, levels), action).orElseThrow();
        float[] whole = new float[3 * WIDTH];
        Srgb.linear(photo.rgb(), ROW * WIDTH * 3, whole.length, whole);
        float[] before = whole.clone();
        brush.row(ROW);
        brush.paint(0, WIDTH, whole);

        for (int x = 0; x < WIDTH; x++) {
            float[] single = Arrays.copyOfRange(before, 3 * x, 3 * x + 3);
            brush.paint(x, 1, single);
            assertThat(single).as("column %d", x).isEqualTo(Arrays.copyOfRange(whole, 3 * x, 3 * x + 3));
        }
        assertThat(whole).isNotEqualTo(before);
    }

    private static Raster photo() {
        var random = new Random(5);
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            boolean dark = i % WIDTH > WIDTH / 2;
            int light = (dark ? 30 : 150) + 60 * (i / WIDTH) / HEIGHT + random.nextInt(9);
            rgb[3 * i] = (byte) light;
            rgb[3 * i + 1] = (byte) (dark ? light / 2 : light + 9);
            rgb[3 * i + 2] = (byte) (light + 3);
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }
}
