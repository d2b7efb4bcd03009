package photoset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int segment(Map<String, String> environment, String... options) {
        var line = Stream.concat(Stream.of("segment", PHOTO.toString(), "--out", folder.toString()), Stream.of(options))
                .toList();
        return new Photoset(new PrintStream(OutputStream.nullOutputStream()), print(err), environment).run(line);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
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

        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("The masks of \"oak floor\" and \"oak-floor\" would be one file");
    }
}
