package photoset.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import photoset.workflows.rendering.Action;

/** The page about rules names every action and exactly its options. */
class RulesPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");

    static Stream<JsonSubTypes.Type> actions() {
        return Arrays.stream(Action.class.getAnnotation(JsonSubTypes.class).value());
    }

    @ParameterizedTest
    @MethodSource("actions")
    void thePageNamesExactlyTheOptions(JsonSubTypes.Type action) throws IOException {
        List<String> options = Arrays.stream(action.value().getRecordComponents())
                .map(RulesPageTest::name)
                .toList();

        assertThat(ROW.matcher(section(action.name())).results().map(row -> row.group(1)))
                .as(action.name())
                .containsExactlyElementsOf(options);
    }

    private static String name(RecordComponent option) {
        return option.getAccessor().getAnnotation(JsonProperty.class).value();
    }

    private static String section(String action) throws IOException {
        var page = Files.readString(Repository.ROOT.resolve("docs/reference/rules.md"));
        var heading = "\n## " + action + "\n";
        assertThat(page).contains(heading);
        int start = page.indexOf(heading) + heading.length();
        int end = page.indexOf("\n## ", start);
        return page.substring(start, end);
    }
}
