package photoset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandTest {
    private static final Path TINY = Path.of("..", "activities-gpu", "src", "test", "resources", "sam3", "tiny");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int verify(Path model) {
        var photoset = new Photoset(print(out), print(err), Map.of());
        return photoset.run(List.of("model", "verify", model.toString()));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private Path copy() throws IOException {
        try (var files = Files.walk(TINY)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = folder.resolve(TINY.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return folder;
    }

    @Test
    void aWholePackageIsProvenAndEveryDifferenceIsPrinted() {
        assertThat(verify(TINY)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "sam3/random-tiny-1, float32 on cpu: every file has its hash.", "ok    three: scores differ by")
                .doesNotContain("WRONG");
    }

    @Test
    void oneChangedByteIsNamed() throws IOException {
        var graph = copy().resolve("decoder.pt");
        byte[] bytes = Files.readAllBytes(graph);
        bytes[bytes.length / 2] ^= 1;
        Files.write(graph, bytes);

        assertThat(verify(folder)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("decoder.pt has the SHA-256");
    }

    @Test
    void anOutputBeyondItsLimitIsWrong() throws IOException {
        var manifest = copy().resolve("manifest.json");
        var text = Files.readString(manifest);
        // Wants of the masks what no two libraries agree on.
        Files.writeString(manifest, text.replaceFirst("\"mask_iou\": [0-9.]+", "\"mask_iou\": 1.1"));

        assertThat(verify(folder)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("WRONG one: maps agree by 1.000000 (at least 1.1)");
    }

    @Test
    void whatIsNoPackageIsRefused() {
        assertThat(verify(folder)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("There is no " + folder + "/manifest.json. A model package is made by export_sam3.py.");
    }
}
