package photoset.cli.album;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProgressBarsTest {
    private static final PhotoFolder ALBUM =
            new PhotoFolder(Path.of("album"), List.of(Path.of("a.jpg"), Path.of("b.jpg")));

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private ProgressBars bars(boolean redraws) {
        return new ProgressBars(new PrintStream(told, true, StandardCharsets.UTF_8), redraws, ALBUM);
    }

    private static JsonNode items(String first, String second) {
        return JsonMapper.shared()
                .readTree("[{\"idx\":0,\"status\":\"%s\"},{\"idx\":1,\"status\":\"%s\"}]".formatted(first, second));
    }

    @Test
    void aLogGetsALineForEachChange() {
        var bars = bars(false);
        bars.show(items("pending", "pending"));
        bars.show(items("running", "pending"));
        bars.show(items("running", "pending"));

        assertThat(told.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b");
        assertThat(told.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
    }

    @Test
    void aTerminalIsDrawnAgainInPlace() {
        var bars = bars(true);
        bars.show(items("pending", "pending"));
        bars.show(items("running", "pending"));

        assertThat(told.toString(StandardCharsets.UTF_8)).contains("\u001b[1A\u001b[2K\u001b[1A\u001b[2K  a ");
    }
}
