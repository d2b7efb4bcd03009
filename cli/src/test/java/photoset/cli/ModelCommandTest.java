package photoset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandTest {
    private static final Path TINY = Path.of("..", "activities-gpu", "src", "test", "resources", "sam3", "tiny");

    @TempDir
    private Path folder;

    private final CapturedTerminal terminal = new CapturedTerminal();

    private int verify(Path model) {
        return terminal.run("model", "verify", model.toString());
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
        assertThat(terminal.out())
                .contains(
                        "sam3/random-tiny-1, float32 on cpu: every file has its hash.", "ok    three: scores differ by")
                .doesNotContain("WRONG");
    }

    @Test
    void aScriptGetsOneLineOfJson() {
        assertThat(terminal.run("model", "verify", TINY.toString(), "--json")).isZero();

        assertThat(terminal.outJson().path("model").asString()).isEqualTo("sam3/random-tiny-1");
        assertThat(terminal.outJson().path("holds").asBoolean()).isTrue();
        assertThat(terminal.outJson().path("findings").path(0).path("holds").asBoolean())
                .isTrue();
    }

    @Test
    void oneChangedByteIsNamed() throws IOException {
        var graph = copy().resolve("decoder.pt");
        byte[] bytes = Files.readAllBytes(graph);
        bytes[bytes.length / 2] ^= 1;
        Files.write(graph, bytes);

        assertThat(verify(folder)).isEqualTo(1);
        assertThat(terminal.err()).contains("decoder.pt has the SHA-256");
    }

    @Test
    void anOutputBeyondItsLimitIsWrong() throws IOException {
        var manifest = copy().resolve("manifest.json");
        var text = Files.readString(manifest);
        // Wants of the masks what no two libraries agree on.
        Files.writeString(manifest, text.replaceFirst("\"mask_iou\": [0-9.]+", "\"mask_iou\": 1.1"));

        assertThat(verify(folder)).isEqualTo(1);
        assertThat(terminal.out()).contains("WRONG one: maps agree by 1.000000 (at least 1.1)");
    }

    @Test
    void whatIsNoPackageIsRefused() {
        assertThat(verify(folder)).isEqualTo(1);
        assertThat(terminal.err())
                .startsWith("There is no " + folder + "/manifest.json. A model package is made by export_sam3.py.");
    }
}
