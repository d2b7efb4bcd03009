package photoset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A terminal that remembers what it was told. */
final class CapturedTerminal {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Runs a command as a script would, with its streams in pipes. */
    int run(Map<String, String> environment, String... words) {
        return Photoset.commandLine(terminal(environment, false)).execute(words);
    }

    int run(String... words) {
        return run(Map.of(), words);
    }

    /** One that a person reads, or a script. */
    Terminal terminal(Map<String, String> environment, boolean isTerminal) {
        return new Terminal(print(out), print(err), environment, isTerminal, isTerminal);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What was printed, which must be one line of JSON. */
    JsonNode outJson() {
        assertThat(out().lines()).hasSize(1);
        return JsonMapper.shared().readTree(out());
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
