package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.bench.album.AlbumBench;
import photoset.cli.render.InstalledCodec;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Server;

/** The bench sends its jobs and fills its table; what it measures here is worth nothing. */
class AlbumBenchTest {
    @Test
    void everyJobIsMeasuredBesideTheLeastThatAPhotoTakes() throws IOException {
        var printed = new ByteArrayOutputStream();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new AlbumBench(out, Server.shared().address(), InstalledCodec.find())
                .run(List.of(Photos.room("kitchen_white")), 2, Duration.ZERO);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern(
                        "^A photo needs [1-9]\\d* ms of CPU: decoding \\d+, the network [1-9]\\d*, encoding \\d+\\.")
                .containsPattern("(?m)^ +1 +\\d+\\.\\d +\\d+\\.\\d+")
                .containsPattern("(?m)^ +2 +\\d+\\.\\d +\\d+\\.\\d+");
    }
}
