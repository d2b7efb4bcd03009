package photoset.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import photoset.api.auth.RouteGroup;
import photoset.api.problem.Problem;
import photoset.workflows.credits.HoldStatus;
import photoset.workflows.job.ItemState;
import photoset.workflows.job.JobState;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.rendering.MaterialType;
import photoset.workflows.rendering.TilePattern;
import photoset.workflows.sets.SetError;
import photoset.workflows.sets.SetState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the documents true: what they list is what the code has, and what they cite exists. */
class DocsTest {
    private static final Path DECISIONS = Path.of("docs/decisions");
    private static final int DECISION_LINES_MAX = 60;
    private static final int README_LINES_MAX = 120;
    private static final int ARCHITECTURE_LINES_MAX = 160;

    /** Set to rewrite the tables instead of comparing them. */
    private static final boolean WRITE = Boolean.getBoolean("photoset.docs.write");

    @Test
    void theFrontPagesAreShort() {
        assertThat(Repository.read("README.md").lines().count()).isLessThanOrEqualTo(README_LINES_MAX);
        assertThat(Repository.read("ARCHITECTURE.md").lines().count()).isLessThanOrEqualTo(ARCHITECTURE_LINES_MAX);
    }

    @TestFactory
    Stream<DynamicTest> aDecisionNamesATestThatExists() {
        var decisions = Repository.files(".md").stream()
                .filter(path -> path.startsWith(DECISIONS))
                .toList();
        assertThat(decisions).hasSizeGreaterThan(9);
        var tests = tests();
        return decisions.stream()
                .map(path -> DynamicTest.dynamicTest(Repository.nameOf(path), () -> {
                    var text = Repository.read(path);
                    assertThat(text.lines().count()).isLessThan(DECISION_LINES_MAX);
                    assertThat(Markdown.of(path).headings()).contains("Options", "Decision", "Confirmation");
                    var confirmation = text.substring(text.indexOf("## Confirmation"));
                    var cited = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`")
                            .matcher(confirmation)
                            .results()
                            .toList();
                    assertThat(cited).as("tests named by %s", path).isNotEmpty();
                    cited.forEach(found -> assertThat(tests.stream()
                                    .anyMatch(test -> test.startsWith("class " + found.group(1) + " ")
                                            && (found.group(2) == null || test.contains(" " + found.group(2) + "("))))
                            .as("%s cites %s, which exists", path, found.group())
                            .isTrue());
                }));
    }

    /** Each test class as "class Name " and its text. */
    private static List<String> tests() {
        return Repository.files("Test.java").stream()
                .map(path -> "class " + Repository.nameOf(path).replace(".java", "") + " " + Repository.read(path))
                .toList();
    }

    @Test
    void statusesAreThoseOfTheCode() {
        var rows = Arrays.stream(Problem.values())
                .map(problem -> "| `%s` | %d | %s |"
                        .formatted(
                                problem.name(),
                                problem.status().value(),
                                problem.sentence().replace("<", "&lt;")))
                .collect(Collectors.joining(
                        "\n", "| code | HTTP | what the caller reads |\n| --- | --- | --- |\n", "\n"));
        holds("docs/reference/statuses.md", "problems", rows);
    }

    @Test
    void statesAreThoseOfTheCode() {
        holds("docs/reference/statuses.md", "jobs", words(JobState.class));
        holds("docs/reference/statuses.md", "items", words(ItemState.class));
        holds("docs/reference/statuses.md", "photos", words(PhotoError.class));
        holds("docs/reference/statuses.md", "sets", words(SetState.class));
        holds("docs/reference/statuses.md", "set-errors", words(SetError.class));
        holds("docs/reference/statuses.md", "holds", words(HoldStatus.class));
    }

    @Test
    void materialsAreThoseOfTheCatalogue() {
        holds("docs/reference/materials.md", "material types", words(MaterialType.class));
        holds("docs/reference/materials.md", "patterns", words(TilePattern.class));
        var json = new JsonMapper();
        var rows = Repository.files(".json").stream()
                .filter(path -> path.startsWith(Path.of("api/src/main/resources/materials")))
                .sorted()
                .flatMap(path -> json.readTree(Repository.read(path)).valueStream())
                .map(DocsTest::material)
                .collect(Collectors.joining(
                        "\n",
                        "| id | name | kind | drawn as | piece | hex | finish |\n| --- | --- | --- | --- | --- | --- | --- |\n",
                        "\n"));
        holds("docs/reference/materials.md", "catalogue", rows);
    }

    private static String material(JsonNode entry) {
        var recipe = entry.get("recipe");
        return "| `%s` | %s, %s | %s | %s, %s | %s x %s cm | `%s` | %s |"
                .formatted(
                        entry.get("id").asString(),
                        entry.at("/name/en").asString(),
                        entry.at("/name/ko").asString(),
                        entry.get("kind").asString(),
                        recipe.get("material_type").asString(),
                        recipe.get("pattern").asString(),
                        recipe.get("length_cm").asString(),
                        recipe.get("width_cm").asString(),
                        entry.get("hex").asString(),
                        entry.get("finish").asString());
    }

    /** One row for each constant, in order: the word of the contract and what its Javadoc says. */
    private static String words(Class<? extends Enum<?>> type) {
        var text = Repository.read("workflows/src/main/java/" + type.getName().replace('.', '/') + ".java");
        var json = new JsonMapper();
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> "| `%s` | %s |"
                        .formatted(json.writeValueAsString(constant).replace("\"", ""), meaning(constant.name(), text)))
                .collect(Collectors.joining("\n", "| word | meaning |\n| --- | --- |\n", "\n"));
    }

    private static String meaning(String constant, String text) {
        var javadoc = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@JsonProperty\\S*\\s*)?" + constant + "\\b", Pattern.DOTALL)
                .matcher(text);
        return javadoc.find()
                ? javadoc.group(1)
                        .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                        .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                        .strip()
                : "";
    }

    @Test
    void settingsAreThoseOfTheRecords() {
        var groups = Setting.all().stream()
                .collect(Collectors.groupingBy(Setting::reader, TreeMap::new, Collectors.toList()));
        assertThat(groups.keySet()).contains("all", "api", "cpu", "gpu");
        groups.forEach((reader, settings) -> holds(
                "docs/reference/settings.md",
                reader,
                settings.stream()
                        .map(setting -> "| `%s` | %s | %s |"
                                .formatted(
                                        setting.name(),
                                        setting.initial()
                                                .map(value -> "`" + value + "`")
                                                .orElse(setting.required() ? "**required**" : ""),
                                        setting.meaning()))
                        .collect(Collectors.joining(
                                "\n", "| property | default | meaning |\n| --- | --- | --- |\n", "\n"))));
    }

    @Test
    void everySettingSaysWhatItIs() {
        assertThat(Setting.all())
                .hasSizeGreaterThan(20)
                .allSatisfy(setting -> assertThat(setting.meaning())
                        .as("@param of %s", setting.name())
                        .isNotEmpty());
    }

    @Test
    void callsAreThoseOfTheControllers() {
        var documented = Pattern.compile("(?m)^\\| `(GET|POST|PUT|PATCH|DELETE) (/[^` ?]*)")
                .matcher(Repository.read("docs/reference/rest.md"))
                .results()
                .map(found -> found.group(1) + " " + found.group(2).replaceAll("\\{[a-z_]+}", "{id}"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).isEqualTo(mapped());
    }

    /** Types that the worked examples invent. */
    private static final Set<String> INVENTED = Set.of("Fade", "FadeBrush", "GifBlocks", "PaletteCheck");

    @Test
    void theUsualChangesNameTypesThatExist() {
        var text = Repository.read("CONTRIBUTING.md");
        var section = text.substring(text.indexOf("## Four usual changes"), text.indexOf("## Tests"));
        var types = Repository.files(".java").stream()
                .map(path -> Repository.nameOf(path).replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(Pattern.compile("`([A-Z]\\w*[a-z]\\w*)[`.(]")
                        .matcher(section)
                        .results()
                        .map(name -> name.group(1)))
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(types.contains(name) || INVENTED.contains(name))
                        .as(name)
                        .isTrue());
    }

    @Test
    void aCallIsMarkedOpenWhereNoTokenIsAskedFor() {
        Pattern.compile("(?m)^\\| `(GET|POST|PUT|PATCH|DELETE) (/[^` ?]*).*?` \\| (\\*open\\*)?")
                .matcher(Repository.read("docs/reference/rest.md"))
                .results()
                .forEach(row -> assertThat(row.group(3) != null)
                        .as(row.group(2))
                        .isEqualTo(RouteGroup.isOpen(
                                HttpMethod.valueOf(row.group(1)), PathContainer.parsePath(row.group(2)))));
    }

    /** What the controllers answer, such as "GET /jobs/{id}"; the name of a path variable does not matter. */
    private static Set<String> mapped() {
        var calls = new TreeSet<String>();
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("photoset.api");
        for (JavaClass type : classes) {
            var base = type.getAnnotations().stream()
                    .filter(annotation ->
                            annotation.getRawType().getSimpleName().equals("RequestMapping"))
                    .flatMap(annotation -> paths(annotation).stream())
                    .findFirst()
                    .orElse("");
            for (JavaMethod method : type.getMethods()) {
                for (var annotation : method.getAnnotations()) {
                    var name = annotation.getRawType().getSimpleName();
                    if (name.matches("(Get|Post|Put|Patch|Delete)Mapping")) {
                        var verb = name.replace("Mapping", "").toUpperCase(Locale.ROOT);
                        paths(annotation)
                                .forEach(path -> calls.add(verb + " " + (base + path).replaceAll("\\{\\w+}", "{id}")));
                    }
                }
            }
        }
        assertThat(calls).hasSizeGreaterThan(8);
        return calls;
    }

    private static List<String> paths(JavaAnnotation<?> annotation) {
        List<String> paths = new ArrayList<>();
        for (var key : List.of("value", "path")) {
            annotation.get(key).ifPresent(value -> paths.addAll(Arrays.asList((String[]) value)));
        }
        return paths.isEmpty() ? List.of("") : paths;
    }

    /** Compares the text between two marks of a document with what the code says, or writes it there. */
    private static void holds(String document, String mark, String expected) {
        var text = Repository.read(document);
        var start = "<!-- " + mark + " -->\n";
        int from = text.indexOf(start) + start.length();
        int to = text.indexOf("<!-- end -->", from);
        assertThat(text).as("marks in " + document).contains(start);
        if (WRITE) {
            try {
                Files.writeString(
                        Repository.ROOT.resolve(document), text.substring(0, from) + expected + text.substring(to));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return;
        }
        assertThat(text.substring(from, to))
                .as("%s, %s: rewrite it with -Dphotoset.docs.write=true", document, mark)
                .isEqualTo(expected);
    }
}
