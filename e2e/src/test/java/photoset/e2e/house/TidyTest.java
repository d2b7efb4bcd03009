package photoset.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the form of the code: sizes, names, packages, banned calls, links. The bars are the sizes of well kept code
 * bases as measured (docs/decisions/0009-form-is-a-test.md). Prints what it measured.
 */
class TidyTest {
    private static final int FILE_LINES_MEDIAN_MAX = 70;
    private static final int FILE_LINES_P90_MAX = 200;
    private static final int METHOD_LINES_MEDIAN_MAX = 6;
    private static final int METHOD_LINES_P90_MAX = 18;
    private static final int PUBLIC_TYPES_PERCENT_MAX = 55;
    /** Fewer would mean that the walk went to the wrong folder. */
    private static final int FILES_MIN = 250;

    private static List<SourceFacts> sources = List.of();

    @BeforeAll
    static void parse() {
        Map<String, String> texts = new LinkedHashMap<>();
        Repository.files(".java").forEach(path -> texts.put(path.toString().replace('\\', '/'), Repository.read(path)));
        sources = SourceFile.parse(texts).stream().map(SourceFacts::new).toList();
    }

    @Test
    void enoughFilesWereSeen() {
        assertThat(sources).hasSizeGreaterThan(FILES_MIN);
        assertThat(Repository.files("pom.xml")).hasSizeGreaterThan(7);
    }

    @Test
    void everyFileKeepsTheBars() {
        assertThat(TidyRules.faultsOfFiles(sources)).isEmpty();
    }

    @Test
    void everyPackageSaysWhyItExists() {
        assertThat(TidyRules.faultsOfPackages(sources)).isEmpty();
    }

    @Test
    void noTypeHasTheNameOfAnother() {
        assertThat(TidyRules.namesTwice(sources)).isEmpty();
    }

    @Test
    void aNameThatExistsTwiceIsFound() {
        var files = Map.of(
                "api/src/main/java/photoset/api/A.java", "package photoset.api; class A {}",
                "objects/src/main/java/photoset/objects/A.java", "package photoset.objects; class A {}",
                "objects/src/test/java/photoset/objects/B.java", "package photoset.objects; class B {}",
                "api/src/main/java/photoset/api/B.java", "package photoset.api; class B {}");
        var facts = SourceFile.parse(files).stream().map(SourceFacts::new).toList();
        assertThat(TidyRules.namesTwice(facts))
                .singleElement()
                .asString()
                .contains("A exists in", "photoset.api", "photoset.objects");
    }

    @Test
    void theWholeKeepsTheBars() {
        var whole = Measure.of("all", main());
        System.out.println(table());
        assertThat(whole.fileLines().median()).as("median of file lines").isLessThanOrEqualTo(FILE_LINES_MEDIAN_MAX);
        assertThat(whole.fileLines().p90()).as("p90 of file lines").isLessThanOrEqualTo(FILE_LINES_P90_MAX);
        assertThat(whole.methodLines().median())
                .as("median of method lines")
                .isLessThanOrEqualTo(METHOD_LINES_MEDIAN_MAX);
        assertThat(whole.methodLines().p90()).as("p90 of method lines").isLessThanOrEqualTo(METHOD_LINES_P90_MAX);
        assertThat(whole.publicPercent())
                .as("percent of types that are public")
                .isLessThanOrEqualTo(PUBLIC_TYPES_PERCENT_MAX);
    }

    @Test
    void everyLinkAndPathInTheDocumentsLeadsSomewhere() {
        var documents = Repository.files(".md");
        assertThat(documents.stream().map(Markdown::of).flatMap(text -> text.deadEnds().stream()))
                .isEmpty();
    }

    private static List<SourceFacts> main() {
        return sources.stream()
                .filter(facts -> facts.file.isMain() && !facts.file.isPackageInfo())
                .toList();
    }

    private static String table() {
        Map<String, List<SourceFacts>> modules = main().stream()
                .collect(Collectors.groupingBy(facts -> facts.file.module(), TreeMap::new, Collectors.toList()));
        List<Measure> rows = new ArrayList<>();
        modules.forEach((module, files) -> rows.add(Measure.of(module, files)));
        rows.add(Measure.of("all", main()));
        rows.add(Measure.of(
                "tests", sources.stream().filter(facts -> !facts.file.isMain()).toList()));
        return rows.stream().map(Measure::row).collect(Collectors.joining("\n", Measure.HEAD + "\n", "\n"));
    }

    /** Median, ninetieth percentile and largest of some counts. */
    private record Spread(int median, int p90, int max) {
        static Spread of(int... counts) {
            Arrays.sort(counts);
            return counts.length == 0
                    ? new Spread(0, 0, 0)
                    : new Spread(counts[counts.length / 2], counts[counts.length * 9 / 10], counts[counts.length - 1]);
        }

        @Override
        public String toString() {
            return "%d / %d / %d".formatted(median, p90, max);
        }
    }

    private record Measure(
            String name,
            long types,
            long packages,
            int lines,
            Spread fileLines,
            Spread methodLines,
            int publicPercent,
            int commentPercent,
            Spread packageTypes) {
        static final String HEAD = form(
                        "module",
                        "types",
                        "packages",
                        "lines",
                        "file lines",
                        "method lines",
                        "public",
                        "comment",
                        "types/package")
                + "\n" + form("", "", "", "", "med/p90/max", "med/p90/max", "%", "%", "med/p90/max");

        static Measure of(String name, List<SourceFacts> files) {
            var types = files.stream().flatMap(facts -> facts.types.stream()).toList();
            long exported = types.stream().filter(SourceFacts.Type::exported).count();
            int lines = sum(files, SourceFile::lines);
            return new Measure(
                    name,
                    TidyRules.typesIn(files),
                    files.stream()
                            .map(facts -> facts.file.module() + facts.file.packageName())
                            .distinct()
                            .count(),
                    lines,
                    Spread.of(
                            files.stream().mapToInt(facts -> facts.file.lines()).toArray()),
                    Spread.of(files.stream()
                            .flatMap(facts -> facts.methods.stream())
                            .mapToInt(SourceFacts.Method::lines)
                            .filter(count -> count > 0)
                            .toArray()),
                    (int) (100 * exported / Math.max(1, types.size())),
                    100 * sum(files, SourceFile::commentLines) / Math.max(1, lines),
                    Spread.of(files.stream()
                            .collect(Collectors.groupingBy(facts -> facts.file.module() + facts.file.packageName()))
                            .values()
                            .stream()
                            .mapToInt(some -> (int) TidyRules.typesIn(some))
                            .toArray()));
        }

        private static int sum(List<SourceFacts> files, ToIntFunction<SourceFile> count) {
            return files.stream()
                    .mapToInt(facts -> count.applyAsInt(facts.file))
                    .sum();
        }

        String row() {
            return form(
                    name, types, packages, lines, fileLines, methodLines, publicPercent, commentPercent, packageTypes);
        }

        private static String form(Object... cells) {
            return "%-16s %6s %8s %6s %16s %16s %8s %8s %14s".formatted(cells);
        }
    }

    /** A file that breaks one rule, and the words with which the rule says so. */
    record Bad(String path, String text, String fault) {
        @Override
        public String toString() {
            return fault;
        }
    }

    static List<Bad> badFiles() {
        var type = "class A { %s }";
        var workflow = "workflows/src/main/java/photoset/workflows/A.java";
        var main = "api/src/main/java/photoset/api/A.java";
        var test = "api/src/test/java/photoset/api/ATest.java";
        return List.of(
                new Bad(main, "class A {\n" + "\n".repeat(400) + "}", "402 lines, at most 400"),
                new Bad(test, "class A {\n" + "\n".repeat(600) + "}", "602 lines, at most 600"),
                new Bad(main, type.formatted("void m() {" + "\n".repeat(50) + "}"), "m has 51 lines, at most 50"),
                new Bad(
                        main,
                        type.formatted("void m(int a, int b, int c, int d, int e, int f) {}"),
                        "6 parameters, at most 5"),
                new Bad(main, "class PhotoService {}", "the name PhotoService does not say what it is"),
                new Bad(main, "class A { enum ColorUtils { X } }", "the name ColorUtils does not say what it is"),
                new Bad(main, type.formatted("void m() { System.out.println(1); }"), "use a logger"),
                new Bad(main, type.formatted("// TODO later\n"), "name the issue and the reason"),
                new Bad(main, type.formatted("/* FIXME */\n"), "name the issue and the reason"),
                new Bad(
                        main,
                        type.formatted("String open = \"select 1 from jobs where status in ('created', 'uploaded')\";"),
                        "use the column ended"),
                new Bad(main, type.formatted("@Autowired String name;"), "hand it to the constructor"),
                new Bad(main, type.formatted("@Value(\"${a}\") String name;"), "hand it to the constructor"),
                new Bad(workflow, type.formatted("Object m = Instant.now();"), "use Workflow.currentTimeMillis()"),
                new Bad(workflow, type.formatted("Object m = UUID.randomUUID();"), "use Workflow.randomUUID()"),
                new Bad(workflow, type.formatted("Object m = new HashMap<String, String>();"), "its order is the same"),
                new Bad(workflow, type.formatted("void m() { Thread.sleep(1); }"), "use Workflow.sleep"),
                new Bad(test, type.formatted("void m() { Thread.sleep(1); }"), "use Awaitility"),
                new Bad(
                        main,
                        type.formatted(
                                "enum E { X, Y } int m(E e) { return switch (e) { case X -> 1; default -> 2; }; }"),
                        "name every case instead of default"),
                new Bad(
                        main,
                        type.formatted("sealed interface S { record P() implements S {} record Q() implements S {} }"
                                + " int m(S s) { return switch (s) { case S.P() -> 1; default -> 2; }; }"),
                        "name every case instead of default"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void aBadFileIsFound(Bad bad) {
        var facts = SourceFile.parse(Map.of(bad.path, bad.text)).stream()
                .map(SourceFacts::new)
                .toList();
        assertThat(TidyRules.faultsOfFiles(facts)).singleElement().asString().contains(bad.fault);
    }

    static List<Bad> badPackages() {
        var info = "/** Holds what is needed to hold it. */ @NullMarked package photoset.api.jobs;";
        var types = "package photoset.api.jobs; class A {} class B {}";
        return List.of(
                new Bad(types, "", "no package-info.java"),
                new Bad(types, info.replace("Null", "Un"), "not @NullMarked"),
                new Bad(types, info.replaceAll("/\\*.*\\*/", "/** Jobs */"), "no sentence"),
                new Bad(types.replace("class B {}", ""), info, "1 types, 2 to 20"),
                new Bad(types + "class C {}".repeat(19), info, "21 types, 2 to 20"),
                new Bad(types.replace("jobs", "util"), info.replace("jobs", "util"), "not [util]"));
    }

    @ParameterizedTest
    @MethodSource("badPackages")
    void aBadPackageIsFound(Bad bad) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("api/src/main/java/p/A.java", bad.path);
        if (!bad.text.isEmpty()) {
            files.put("api/src/main/java/p/package-info.java", bad.text);
        }
        var facts = SourceFile.parse(files).stream().map(SourceFacts::new).toList();
        assertThat(TidyRules.faultsOfPackages(facts)).singleElement().asString().contains(bad.fault);
    }

    @Test
    void aGoodFileIsLeftInPeace() {
        var good = "class A { enum E { X } int m(E e) { return switch (e) { case X -> 1; }; }"
                + " int n(String s) { return switch (s) { case \"x\" -> 1; default -> 2; }; }"
                + " // TODO(#12): the provider has no such call yet\n }";
        var facts = SourceFile.parse(Map.of("api/src/main/java/photoset/api/A.java", good)).stream()
                .map(SourceFacts::new)
                .toList();
        assertThat(TidyRules.faultsOfFiles(facts)).isEmpty();
    }

    @Test
    void aDeadLinkIsFound() {
        var text =
                "# One two\n[a](pom.xml) [b](nowhere.md) [c](#one-two) [d](#three) `e2e/pom.xml` `api/src/Nothing.java`"
                        + " [e](https://example.org)";
        assertThat(new Markdown(Path.of("A.md"), text).deadEnds())
                .containsExactly(
                        "A.md: there is no nowhere.md",
                        "A.md: there is no heading for #three",
                        "A.md: there is no api/src/Nothing.java");
    }

    @Test
    void aNameThatLeadsNowhereIsFound() {
        var text = "See [One] and [Two]: both,\n[Three]: pom.xml\n`[Code]`\n\n[One]: pom.xml\n[Two]: nowhere.xml\n";
        assertThat(new Markdown(Path.of("A.md"), text).deadEnds())
                .containsExactly("A.md: there is no nowhere.xml", "A.md: nothing says where [Three] leads");
    }
}
