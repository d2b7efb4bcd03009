package photoset.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photoset.cli.Terminal;

class BenchCommandLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "load --url htp://there  | Invalid value for option '--url': \"htp://there\" is no address like",
                "load --jobs many        | Invalid value for option '--jobs': \"many\" is no whole number from 1 to 100000.",
                "bench                   | Missing required subcommand",
                "bench speed             | Unmatched argument",
                "bench pictures --mp 2,0 | \"0\" is no whole number from 1 to 99.",
                "bench quality --mp 2    | Unknown option",
                "bench gpu --concepts 17 | \"17\" is no whole number from 1 to 16.",
                "bench album --rounds 0  | \"0\" is no whole number from 1 to 100.",
                "soak --seed -1          | Invalid value for option '--seed'"
            })
    void whatCannotBeUnderstoodIsNamedAndEndsWithTwo(String line, String sentence) {
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                false,
                false);

        assertThat(Bench.commandLine(terminal).execute(line.split(" +", -1))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(sentence, " --help says what there is.");
    }
}
