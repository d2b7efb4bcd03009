package photoset.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.ActionOption;

/** The page about rules names every action and exactly its options, with the ranges and defaults of the code. */
class RulesPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| ([^|]*) \\| ([^|]*) \\|");

    static Stream<JsonSubTypes.Type> actions() {
        return Arrays.stream(Action.class.getAnnotation(JsonSubTypes.class).value());
    }

    @ParameterizedTest
    @MethodSource("actions")
    void thePageNamesExactlyTheOptions(JsonSubTypes.Type action) throws IOException {
        List<String> options = options(action).stream().map(ActionOption::name).toList();

        assertThat(ROW.matcher(section(action.name())).results().map(row -> row.group(1)))
                .as(action.name())
                .containsExactlyElementsOf(options);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void itsRangesAndDefaultsAreThoseOfTheCode(JsonSubTypes.Type action) throws IOException {
        var rows = ROW.matcher(section(action.name()))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row));
        for (var option : options(action)) {
            var row = rows.get(option.name());
            option.interval()
                    .ifPresent(interval ->
                            assertThat(row.group(2)).as(option.name()).isEqualTo(interval.toString()));
            option.word()
                    .ifPresent(word -> assertThat(row.group(3).replace("`", ""))
                            .as(option.name())
                            .isEqualTo(word));
        }
    }

    @Test
    void theFrontPageAndTheGlossaryNameEveryAction() {
        var names = actions().map(JsonSubTypes.Type::name).collect(Collectors.joining(", "));
        assertThat(Repository.read("README.md")).contains(names);
        assertThat(Repository.read("docs/glossary.md")).contains(names);
    }

    private static List<ActionOption> options(JsonSubTypes.Type action) {
        return ActionOption.of(action.value().asSubclass(Action.class));
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
