package photoset.cli.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.edges.Refinement;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.standalone.embedded.UserError;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.Concept.Kind;

class PhotoSegmenterTest {
    private static final Concept WALL = new Concept("Wall", "wall", Kind.STUFF);

    @TempDir
    private Path folder;

    private final ImageCodec codec = ImageCodecs.find(null);

    private Path photo(int width, int height) throws IOException {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < rgb.length; i++) {
            // A bright wall that begins a little left of the stub's rectangle.
            rgb[i] = (byte) (i / 3 % width < width / 4 - 3 ? 60 : 190);
        }
        var file = folder.resolve("room.jpg");
        return Files.write(file, codec.writeJpeg(new Raster(width, height, rgb), 95));
    }

    @Test
    void writesTheMasksThatRenderingWouldPaint() throws IOException {
        var photo = photo(800, 600);
        try (var segmenter = new PhotoSegmenter(Map.of("PHOTOSET_SEGMENTER", "stub"))) {
            var report = segmenter.segment(photo, new SegmentOrder("interior", List.of(WALL), List.of()), folder);

            assertThat(report.model()).isEqualTo("stub/1");
        }
        var coarse = Mask.empty(800, 600);
        for (int i = 0; i < coarse.levels().length; i++) {
            int x = i % 800;
            int y = i / 800;
            coarse.levels()[i] = (byte) (x >= 200 && x < 600 && y >= 150 && y < 450 ? 255 : 0);
        }
        var pixels = codec.read(Files.readAllBytes(photo)).pixels();
        var written = codec.readMask(Files.readAllBytes(folder.resolve("room.Wall.png")));
        var painted = Refinement.refined(pixels, List.of(coarse)).getFirst();

        assertThat(written.levels()).isEqualTo(painted.levels());
        assertThat(written.at(300 * 800 + 198)).as("up to the photo's edge").isGreaterThan(200);
    }

    @Test
    void refusesASegmenterThatNeedsAServer() {
        assertThatThrownBy(() -> new PhotoSegmenter(Map.of("PHOTOSET_SEGMENTER", "remote")))
                .isInstanceOf(UserError.class)
                .hasMessage("PHOTOSET_SEGMENTER is \"remote\", but masks on a disk are found by lite, sam3 or stub.");
    }
}
