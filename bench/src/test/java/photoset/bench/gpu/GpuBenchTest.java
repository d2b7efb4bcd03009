package photoset.bench.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.bench.gpu.GpuBench.Plan;

class GpuBenchTest {
    private static final Path TINY = Path.of("..", "activities-gpu", "src", "test", "resources", "sam3", "tiny");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private void run(Optional<PythonReference> python) throws IOException {
        new GpuBench(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new Plan(TINY, List.of(1), List.of(1, 3), 2, 3, 2, python))
                .run();
    }

    /** Stands in for an interpreter; what it gets is a script and its arguments. */
    private PythonReference python(String script) throws IOException {
        var interpreter = folder.resolve("python");
        Files.writeString(interpreter, "#!/bin/sh\n" + script + "\n");
        assertThat(interpreter.toFile().setExecutable(true)).isTrue();
        return new PythonReference(interpreter, folder.resolve("reference.py"), Optional.empty());
    }

    @Test
    void measuresEveryStageTheAlbumAndTheReference() throws IOException {
        run(Optional.of(python("echo '{\"photos\": [{\"model_ms\": [3000.0, 1000.0, 2000.0]}]}'")));

        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).anyMatch(line -> line.matches("   1        3  p99( +\\d+\\.\\d\\d){9}"));
        assertThat(lines).anyMatch(line -> line.matches("3 photos of 1 MP with 4 concepts.*photos/s.*busy \\d+ %"));
        assertThat(lines).anyMatch(line -> line.matches("   1        3     2000\\.00 +\\d+\\.\\d\\d +\\d+\\.\\d\\d"));
    }

    @Test
    void aReferenceThatFailsIsTold() throws IOException {
        var broken = Optional.of(python("exit 1"));
        assertThatThrownBy(() -> run(broken)).hasMessageContaining("The Python reference failed");
    }
}
