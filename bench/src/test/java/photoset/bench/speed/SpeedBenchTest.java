package photoset.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bench runs and fills its tables; what it measures here is worth nothing. */
class SpeedBenchTest {
    @Test
    void everyStageAndEveryProcessIsMeasured() throws IOException {
        var printed = new ByteArrayOutputStream();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new SpeedBench(out, List.of(1), new SpeedBench.Rounds(1, 1)).run();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .doesNotContain("NaN")
                .containsPattern("(?m)^ +1( +[0-9.]+){7}$")
                .containsPattern("(?m)^ +1( +\\d+){2}$")
                .containsPattern("(?m)^ +1 copy +\\d+ +\\d+")
                .containsPattern("(?m)^ +1 recolor +\\d+ +\\d+")
                .containsPattern("(?m)^ +1 texture +\\d+ +\\d+");
    }
}
