package photoset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prompts of one's own, put to a small random model that finds nonsense, or to the stub. */
class SegmentCommandTest {
    private static final Path PHOTO = Path.of("..", "activities-gpu", "models", "lite", "samples", "living_tv.jpg");

    private static final Map<String, String> SAM3 = Map.of(
            "PHOTOSET_SEGMENTER", "sam3",
            "PHOTOSET_GPU_MODELDIR", "../activities-gpu/src/test/resources/sam3/tiny",
            "PHOTOSET_SAM3_SCORE", "0.1");

    @TempDir
    private Path folder;

    private final CapturedTerminal terminal = new CapturedTerminal();

    private int segment(Map<String, String> environment, String... options) {
        var line = Stream.concat(Stream.of("segment", PHOTO.toString(), "--out", folder.toString()), Stream.of(options))
                .toArray(String[]::new);
        return terminal.run(environment, line);
    }

    private byte[] mask(String concept) throws IOException {
        return Files.readAllBytes(folder.resolve("living_tv." + concept + ".png"));
    }

    @Test
    void anExampleChangesWhatIsFoundForWordsOfOnesOwn() throws IOException {
        assertThat(segment(SAM3, "--concepts", "door handle")).isZero();
        byte[] without = mask("door_handle");

        assertThat(segment(SAM3, "--concepts", "door handle", "--like", "door handle=100,80,200,160"))
                .isZero();

        assertThat(mask("door_handle")).isNotEqualTo(without);
    }

    @Test
    void twoConceptsThatWouldShareAMaskAreRefused() {
        assertThat(segment(Map.of("PHOTOSET_SEGMENTER", "stub"), "--concepts", "oak floor,oak-floor"))
                .isEqualTo(2);

        assertThat(terminal.err()).startsWith("The masks of \"oak floor\" and \"oak-floor\" would be one file");
    }

    @Test
    void aScriptGetsOneLineOfJsonWithWhatFailed() {
        var missing = folder.resolve("missing.jpg").toString();
        assertThat(segment(Map.of("PHOTOSET_SEGMENTER", "stub"), missing, "--concepts", "Wall", "--json"))
                .isEqualTo(1);

        var result = terminal.outJson();
        assertThat(result.path("photos")
                        .path(0)
                        .path("masks")
                        .path(0)
                        .path("file")
                        .asString())
                .isEqualTo("living_tv.Wall.png");
        assertThat(result.path("failed").path(0).path("photo").asString()).isEqualTo(missing);
        assertThat(result.path("folder").asString()).isEqualTo(folder.toString());
        assertThat(terminal.err()).contains("There is no file " + missing);
    }
}
