package photoset.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "load --url htp://there    | The option --url takes an address like http://127.0.0.1:8080.",
                "load --jobs many          | The option --jobs takes a number from 1 to 100000.",
                "bench pictures --mp 0     | The option --mp takes sizes",
                "bench                     | Say what to measure: bench quality, bench pictures or bench gpu.",
                "bench speed               | Say what to measure: bench quality, bench pictures or bench gpu.",
                "bench quality --mp 2      | There is no option --mp here; there are --out.",
                "bench gpu --concepts 17   | The option --concepts takes numbers up to 16"
            })
    void whatCannotBeUnderstoodIsNamed(String line, String sentence) {
        var err = new ByteArrayOutputStream();
        var photoset = Bench.commandLine(
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of());

        assertThat(photoset.run(List.of(line.split(" ", -1)))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(sentence).contains("./photoset help");
    }
}
