package photoset.cli.album;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.cli.client.PhotosetClient;

class AlbumRunTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void aSignalCancelsTheJobAndTellsWhatWasGivenBack() throws Exception {
        Files.writeString(folder.resolve("a.jpg"), "one");
        Files.writeString(folder.resolve("b.jpg"), "two");
        Files.writeString(
                folder.resolve("rule.json"),
                "{\"concepts\": {\"Wall\": {\"action\": \"recolor\", \"value\": \"sage\"}}}");
        try (var api = new ScriptedApi()) {
            api.neverEnd();
            var order = new RunOrder(
                    PhotoFolder.in(folder),
                    RunRule.read(folder.resolve("rule.json")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    folder.resolve("out"));
            var progress = new RunProgress(new PrintStream(told, true, StandardCharsets.UTF_8), false);
            var run = new AlbumRun(PhotosetClient.at(api.address()), Optional.empty(), order, progress);
            var running = Thread.ofPlatform().daemon().start(() -> {
                try {
                    run.run();
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
            api.awaitRunning();

            run.interrupt();

            assertThat(told.toString(StandardCharsets.UTF_8))
                    .contains("Canceling job job_1.")
                    .contains("Canceled: 2 credits were given back, 0 paid for pictures that were delivered.");
            assertThat(api.calls()).last().isEqualTo("POST /jobs/job_1/cancel");
            // It waits for the process to end, and says nothing more.
            assertThat(running.isAlive()).isTrue();
            assertThat(folder.resolve("out/results")).doesNotExist();
        }
    }
}
