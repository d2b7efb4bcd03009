package photoset.cpu.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.rendering.Verification.Finding;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Srgb;
import photoset.objects.FileHash;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.ResolvedAction;

/** What becomes of a seller's product that comes cut out, and of one that is cut out here. */
class TransparencyTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 60;

    /** Nothing before this column, half of each pixel in the next three, then the product. */
    private static final int EDGE = 30;

    private static final int SOFT = 3;
    private static final int HALF = 128;
    private static final int RED = 0xb04030;
    private static final ImageCodec CODEC = ImageCodecs.find(null);
    private static final ResolvedAction SAGE = new ResolvedAction.Recolor("Body", "#9caf88", 1);

    /** The product cut out, or on a white page as a lens sees it, which mixes light. */
    private static byte[] png(boolean cutOut) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int alpha = opacity(i % WIDTH);
            int onWhite = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                float light = Srgb.linear((byte) (RED >> shift));
                onWhite |= (Srgb.toByte(1 - (1 - light) * alpha / 255f) & 255) << shift;
            }
            image.setRGB(i % WIDTH, i / WIDTH, cutOut ? alpha << 24 | RED : 0xff000000 | onWhite);
        }
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static int opacity(int x) {
        return x < EDGE ? 0 : x < EDGE + SOFT ? HALF : 255;
    }

    private static Mask columns(int edge, int soft, boolean right) {
        var mask = Mask.empty(WIDTH, HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int level = i % WIDTH < edge ? 0 : i % WIDTH < edge + soft ? HALF : 255;
            mask.levels()[i] = (byte) (right ? level : 255 - level);
        }
        return mask;
    }

    private static Renderer.Rendered rendered(byte[] file, ResolvedAction action, Mask mask, OutputFormat format) {
        var sources = new RenderSource(
                0,
                FileHash.sha256(file),
                file.length,
                CODEC.read(file),
                new LinearRgb(1, 1, 1),
                Map.of(action.concept(), mask),
                new TreeMap<>(),
                Map.of(),
                "given");
        var spec = new RenderSpec("a", List.of(action), List.of(), format, false, EdgeMode.AS_IS, false);
        var rendered = new Renderer(CODEC, step -> {}).render(sources, spec);
        assertThat(new Verification(CODEC).check(file, rendered.file(), rendered.manifest()))
                .allMatch(Finding::holds);
        return rendered;
    }

    /** As the file has it, not multiplied. */
    private static int argb(byte[] png, int x) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png)).getRGB(x, HEIGHT / 2);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void assertNear(int actual, int expected, int tolerance) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(Math.abs((actual >> shift & 255) - (expected >> shift & 255)))
                    .as("%x beside %x", actual, expected)
                    .isLessThanOrEqualTo(tolerance);
        }
    }

    @Test
    void aCutOutStaysTransparentAndItsEdgeGetsThePaintWithoutWhite() {
        byte[] file = rendered(png(true), SAGE, columns(EDGE - 5, 0, true), OutputFormat.PNG)
                .file();

        assertThat(Objects.requireNonNull(CODEC.read(file).alpha()).levels())
                .isEqualTo(Objects.requireNonNull(CODEC.read(png(true)).alpha()).levels());
        assertNear(argb(file, EDGE + 20), 0x9caf88, 2);
        assertNear(argb(file, EDGE + 1), argb(file, EDGE + 20), 4);
    }

    @Test
    void whatIsNotPaintedOfACutOutIsAsItWas() {
        byte[] file = rendered(png(true), SAGE, columns(WIDTH - 10, 0, true), OutputFormat.PNG)
                .file();

        assertThat(argb(file, EDGE - 10) >>> 24).isZero();
        assertNear(argb(file, EDGE + 1), RED, 1);
        assertThat(argb(file, EDGE + 20)).isEqualTo(0xff000000 | RED);
    }

    @Test
    void aJpegOfACutOutLiesOnWhite() {
        var picture = CODEC.read(rendered(png(true), SAGE, columns(EDGE, 0, true), OutputFormat.JPEG)
                        .file())
                .pixels();

        assertThat(picture.at(HEIGHT / 2 * WIDTH + 5).luminance()).isGreaterThan(.95f);
    }

    @Test
    void aBackdropFillsWhatWasTransparent() {
        byte[] file = rendered(
                        png(true),
                        new ResolvedAction.Background("Background", "#406080", 0),
                        columns(EDGE, SOFT, false),
                        OutputFormat.PNG)
                .file();

        assertThat(CODEC.read(file).alpha()).isNull();
        assertNear(argb(file, EDGE - 10), 0x406080, 2);
    }

    @Test
    void theEdgeOfAProductThatIsCutOutHereKeepsItsColor() {
        byte[] file = rendered(
                        png(false),
                        new ResolvedAction.Background("Background", null, 0),
                        columns(EDGE, SOFT, false),
                        OutputFormat.PNG)
                .file();
        int[] opacities = {argb(file, 5) >>> 24, argb(file, EDGE + 1) >>> 24, argb(file, EDGE + 20) >>> 24};

        assertThat(opacities[0]).isZero();
        assertThat(opacities[1]).isBetween(HALF - 20, HALF + 20);
        assertThat(opacities[2]).isEqualTo(255);
        assertThat(Arrays.stream(opacities).distinct().count()).isEqualTo(3);
        assertNear(argb(file, EDGE + 1), RED, 24);
    }
}
