package photoset.cpu.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.rendering.Verification.Finding;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.objects.FileHash;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.Finish;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RecolorMode;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.ResolvedAction;

/** From decoded sources to a file, and from the file back to the proof that nothing else was changed. */
class RendererTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 90;
    private static final ImageCodec CODEC = ImageCodecs.find(null);
    private static final LinearRgb WHITE = new LinearRgb(1, 1, 1);
    private static final ResolvedAction SAGE = new ResolvedAction.Recolor("Wall", "#9caf88", 1);

    private static Raster room() {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % WIDTH;
            int y = i / 3 / WIDTH;
            rgb[i] = (byte) (90 + x / 2 + (y > 60 ? 40 : 0) + (i % 3) * 8 + (x * 7 + y * 13) % 5);
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    private static Mask area(int fromX, int toX, int fromY, int toY) {
        var mask = Mask.empty(WIDTH, HEIGHT);
        for (int y = fromY; y < toY; y++) {
            Arrays.fill(mask.levels(), y * WIDTH + fromX, y * WIDTH + toX, (byte) 255);
        }
        return mask;
    }

    private static final byte[] FILE = CODEC.write(room(), OutputFormat.PNG);

    private static RenderSource sources(LinearRgb light) {
        var masks = Map.of("Wall", area(0, WIDTH, 0, 60), "Lamp", area(40, 60, 10, 40));
        return new RenderSource(
                0,
                FileHash.sha256(FILE),
                FILE.length,
                CODEC.read(FILE),
                light,
                masks,
                new TreeMap<>(),
                Map.of(),
                "given");
    }

    private static RenderSpec spec(ResolvedAction action, OutputFormat format) {
        return new RenderSpec("a", List.of(action), List.of("Lamp"), format, false, EdgeMode.AS_IS, false);
    }

    private static Renderer.Rendered rendered(ResolvedAction action, OutputFormat format) {
        return new Renderer(CODEC, step -> {}).render(sources(WHITE), spec(action, format));
    }

    private static List<Finding> verified(byte[] result, byte[] manifest) {
        return new Verification(CODEC).check(FILE, result, manifest);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void whatWasRenderedIsVerified(OutputFormat format) {
        var rendered = rendered(SAGE, format);

        assertThat(verified(rendered.file(), rendered.manifest()))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(finding ->
                        assertThat(finding.holds()).as(finding.sentence()).isTrue());
    }

    @Test
    void aTransparentResultIsVerifiedToo() {
        var rendered = rendered(new ResolvedAction.Background("Wall", null, 1), OutputFormat.PNG);
        var cut = CODEC.read(rendered.file());

        assertThat(Objects.requireNonNull(cut.alpha()).at(5)).isZero();
        assertThat(cut.alpha().at(20 * WIDTH + 50)).isEqualTo(255);
        assertThat(verified(rendered.file(), rendered.manifest())).allMatch(Finding::holds);
    }

    @Test
    void aPixelUnderProtectionThatDiffersIsFound() {
        var rendered = rendered(SAGE, OutputFormat.PNG);
        var doctored = CODEC.read(rendered.file()).pixels();
        doctored.rgb()[(20 * WIDTH + 50) * 3] ^= 1;
        byte[] file = CODEC.write(doctored, OutputFormat.PNG);

        assertThat(verified(file, rendered.manifest()))
                .filteredOn(finding -> !finding.holds())
                .extracting(Finding::sentence)
                .anyMatch(sentence -> sentence.startsWith("1 protected pixels"))
                .anyMatch(sentence -> sentence.startsWith("The result is not the file"));
    }

    @Test
    void aLossyResultWithAnotherFloorIsFound() {
        var rendered = rendered(SAGE, OutputFormat.JPEG);
        var doctored = CODEC.read(rendered.file()).pixels();
        Arrays.fill(doctored.rgb(), 70 * WIDTH * 3, 80 * WIDTH * 3, (byte) 0);
        byte[] file = CODEC.write(doctored, OutputFormat.JPEG);

        assertThat(verified(file, rendered.manifest()))
                .filteredOn(finding -> !finding.holds())
                .extracting(Finding::sentence)
                .anyMatch(sentence -> sentence.startsWith("Away from the paint"));
    }

    @Test
    void anotherOriginalIsFoundAndANonsenseManifestRefused() {
        var rendered = rendered(SAGE, OutputFormat.PNG);

        assertThat(new Verification(CODEC).check(rendered.file(), rendered.file(), rendered.manifest()))
                .anyMatch(finding -> !finding.holds());
        assertThatThrownBy(() -> verified(rendered.file(), "{}".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names no areas");
        assertThatThrownBy(() -> verified(rendered.file(), new byte[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no JSON");
    }

    @Test
    void oneSegmentationServesEveryVariant() {
        var sources = sources(WHITE);
        var steps = new ArrayList<String>();
        var untouched = sources.masks().get("Wall").levels().clone();
        var specs = Stream.of("#9caf88", "#1f3a5f", "#e9dca8")
                .map(color -> spec(new ResolvedAction.Recolor("Wall", color, 1), OutputFormat.PNG))
                .toList();
        var finished = new ArrayList<RenderSpec>();
        new Renderer(CODEC, steps::add).renderEach(sources, specs, (spec, rendered) -> {
            var layer = rendered.painted().layers().getFirst();
            assertThat(layer.action()).isEqualTo(spec.actions().getFirst());
            assertThat(Objects.requireNonNull(layer.deltaE())).isLessThan(1);
            assertThat(rendered.file())
                    .isEqualTo(new Renderer(CODEC, step -> {})
                            .render(sources, spec)
                            .file());
            assertThat(sources.masks().get("Wall").levels()).isEqualTo(untouched);
            finished.add(spec);
        });

        assertThat(finished).isEqualTo(specs);
        assertThat(steps).filteredOn("edges"::equals).hasSize(1);
        assertThat(steps).filteredOn("encode"::equals).hasSize(3);
    }

    @Test
    void aPaintShowsItsPhotosLightBesideTheAlbums() {
        var paint = new ResolvedAction.Recolor(
                "Wall", "#808080", 1, Finish.MATTE, Action.Recolor.ANCHOR, RecolorMode.PAINT, null);
        var spec = spec(paint, OutputFormat.PNG);
        var renderer = new Renderer(CODEC, step -> {});
        var warm = aimed(renderer.render(sources(AlbumLight.of("#ffe0b0", "#fff4e8")), spec));
        var same = aimed(renderer.render(sources(AlbumLight.of("#ffe0b0", "#ffe0b0")), spec));

        assertThat(same).isEqualTo("#808080");
        assertThat(LinearRgb.of(warm).red()).isGreaterThan(LinearRgb.of(warm).blue() * 1.2f);
    }

    private static String aimed(Renderer.Rendered rendered) {
        return ((ResolvedAction.Recolor) rendered.painted().layers().getFirst().action()).color();
    }

    @Test
    void anAppearanceIsTheSameUnderAnyLight() {
        var rendered = new Renderer(CODEC, step -> {})
                .render(sources(AlbumLight.of("#ffe0b0", "#fff4e8")), spec(SAGE, OutputFormat.PNG));

        assertThat(aimed(rendered)).isEqualTo("#9caf88");
    }
}
