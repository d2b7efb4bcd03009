package photoset.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every process logs in one form, an event and its values, so that one search and one alert reads all of them. */
class LogLinesTest {
    /** Fewer would mean that the walk went to the wrong folder. */
    private static final int LINES_MIN = 30;

    private static final Pattern CALL = Pattern.compile(
            "\\b(?:log|LOG|logger)\\s*\\.(?:at)?(?:trace|debug|info|warn|error)\\s*\\(", Pattern.CASE_INSENSITIVE);

    /** Begins after the call's parenthesis: {@code "area.what_happened key={} other_key={}"}. */
    private static final Pattern EVENT =
            Pattern.compile("\\s*\"[a-z][a-z0-9]*(?:\\.[a-z][a-z0-9_]*)+(?: [a-z][a-z0-9_]*=\\{\\})*\"\\s*[,)]");

    private static final Pattern LOGGER = Pattern.compile("\\bLogger (?!log\\b)\\w+ =");

    @Test
    void everyLineIsAnEventAndItsValues() {
        List<String> faults = new ArrayList<>();
        long lines = 0;
        for (var path : Repository.files(".java")) {
            if (path.toString().contains("/src/main/")) {
                var text = Repository.read(path);
                lines += CALL.matcher(text).results().count();
                faultsOf(text).forEach(fault -> faults.add(path + ": " + fault));
            }
        }
        assertThat(lines).isGreaterThan(LINES_MIN);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log.warn(\"Temporal did not answer: {}\", failure);",
                "log.warn(\"temporal.no_answer {}\", failure);",
                "log.warn(\"temporal.no_answer reason=\" + failure);",
                "log.warn(\"temporal.no-answer reason={}\", failure);",
                "log.info(\n    \"worker.started, queues={}\",\n    queues);",
                "log.atWarn().log(\"worker.started\");",
                "private static final Logger LOG = LoggerFactory.getLogger(A.class);"
            })
    void anotherFormIsFound(String line) {
        assertThat(faultsOf(line)).hasSize(1);
    }

    private static List<String> faultsOf(String text) {
        List<String> faults = new ArrayList<>();
        var call = CALL.matcher(text);
        while (call.find()) {
            if (!EVENT.matcher(text).region(call.end(), text.length()).lookingAt()) {
                faults.add("no event with its values: "
                        + text.substring(call.start()).lines().limit(2).toList());
            }
        }
        LOGGER.matcher(text).results().forEach(found -> faults.add("its logger is not named log: " + found.group()));
        return faults;
    }
}
