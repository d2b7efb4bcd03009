package photoset.api.ruleparser;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photoset.api.materials.Materials;
import photoset.api.presets.Preset;
import photoset.api.presets.PresetSettings;
import photoset.api.presets.Presets;
import photoset.api.ruleparser.ParsedRule.NotUnderstood;
import photoset.api.ruleparser.ParsedRule.Understood;
import photoset.api.rules.RuleCheck;
import photoset.api.vocabulary.Vocabularies;
import photoset.workflows.rendering.Action;

/** What holds for any words; what single sentences mean is in {@link SentencesTest}. */
class RuleParserTest {
    private static final Presets PRESETS = new Presets(new PresetSettings(false));
    private static final Materials MATERIALS = new Materials();
    private static final RuleParser PARSER = new RuleParser(new Vocabularies(PRESETS, MATERIALS));
    private static final RuleCheck CHECK = new RuleCheck(MATERIALS);

    private static final Pattern ALTERNATIVE = Pattern.compile("·");
    private static final Pattern BETWEEN = Pattern.compile("[ ,]+");

    /** Enough to meet every way in which two statements can touch. */
    private static final int RANDOM_LINES = 20_000;

    @Test
    void everyConceptIsKnownByItsNamesInBothLanguages() {
        for (var preset : PRESETS.all()) {
            for (var entry : preset.all()) {
                assertThat(List.of(
                                entry.id(),
                                entry.name().en(),
                                ALTERNATIVE
                                        .splitAsStream(entry.name().ko())
                                        .findFirst()
                                        .orElseThrow()))
                        .allSatisfy(name -> assertThat(meanings(PARSER.parse(preset, "keep " + name)))
                                .contains(entry.id()));
            }
        }
    }

    @Test
    void everyMaterialIsKnownByItsNamesInBothLanguages() {
        for (var material : MATERIALS.all()) {
            for (String name :
                    List.of(material.id(), material.name().en(), material.name().ko())) {
                var parsed = PARSER.parse(interior(), "Ceiling: " + name);
                assertThat(meanings(parsed)).as(name).containsExactly("Ceiling", material.id());
                assertThat(parsed.unknown()).as(name).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wals white            | wals   | unknown_word",
                "wals white            | white  | no_concept",
                "walls                 | walls  | no_action",
                "walls white and navy  | navy   | contradiction",
                "white or navy walls   | navy   | ambiguous",
                "walls not white       | white  | negation",
                "transparent walls     | walls  | not_possible",
                "glass highlight white | white  | not_possible",
                "oak floor, lighter    | lighter| not_combinable"
            })
    void everyWordThatIsNotUnderstoodHasItsReason(String line, String word, String reason) {
        assertThat(PARSER.parse(interior(), line).unknown()).anySatisfy(unknown -> {
            assertThat(unknown.text()).isEqualTo(word);
            assertThat(unknown.reason().id()).isEqualTo(reason);
            assertThat(unknown.message()).endsWith(".");
        });
    }

    @Test
    void aNameThatIsNotWholeHasTheMaterialsThatMayBeMeant() {
        assertThat(PARSER.parse(interior(), "subway walls").unknown().getFirst().choices())
                .containsExactly("subway_white", "subway_sage", "subway_black");
        assertThat(PARSER.parse(interior(), "bottom herringbone, 헤링본 바닥").unknown())
                .filteredOn(unknown -> unknown.text().equals("헤링본"))
                .singleElement()
                .satisfies(unknown ->
                        assertThat(unknown.choices()).containsExactly("oak_herringbone", "walnut_herringbone"));
    }

    @Test
    void whatTheRuleChangesIsNotProtectedByDefault() {
        assertThat(PARSER.parse(interior(), "walls white").rule().protect())
                .isEqualTo(interior().protectDefaults());
        assertThat(PARSER.parse(interior(), "grout black, keep the door").rule().protect())
                .containsExactly("Frame_Molding", "Glass_highlight", "Door");
    }

    @Test
    void decomposedAndWideWritingIsReadAndFoundWhereItStands() {
        var line = Normalizer.normalize("벽은 세이지, 천짱은 ", Normalizer.Form.NFD) + "Ｗｈｉｔｅ";
        var parsed = PARSER.parse(interior(), line);

        assertThat(meanings(parsed)).containsExactly("Wall", "sage");
        assertThat(parsed.unknown())
                .hasSize(2)
                .allSatisfy(word -> assertThat(line.substring(word.at())).startsWith(word.text()));
        assertThat(parsed.unknown().getLast().text()).isEqualTo("Ｗｈｉｔｅ");
    }

    @Test
    void offsetsCountAsJavaScriptDoes() {
        assertThat(PARSER.parse(interior(), "😀 walls white").understood())
                .extracting(Understood::at)
                .containsExactly(3, 9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"흰색", "밝", "벽", "w", "white ", "#", "walls,", "살짝", "and ", "\u200b", "ﷺ", "\u0301", "😀", "가나다 "
            })
    void hostileTextEnds(String part) {
        var line = part.repeat(ParseController.TEXT_CHARS_MAX / part.length()) + "힣";
        assertThat(PARSER.parse(interior(), line)).isEqualTo(PARSER.parse(interior(), line));
    }

    /** Words of the tables in any order: the rule can run, no word is lost, and none is in it twice. */
    @Test
    void anyWordsMakeARuleThatCanRun() {
        var words = words();
        var random = new Random(11);
        for (int i = 0; i < RANDOM_LINES; i++) {
            var line = new StringBuilder();
            for (int count = 1 + random.nextInt(8); count > 0; count--) {
                line.append(words.get(random.nextInt(words.size()))).append(random.nextInt(4) == 0 ? ", " : " ");
            }
            var preset = random.nextInt(3) == 0 ? PRESETS.find("seller").orElseThrow() : interior();
            check(preset, line.toString());
        }
    }

    private static void check(Preset preset, String line) {
        var parsed = PARSER.parse(preset, line);
        var rule = parsed.rule();
        if (!rule.concepts().isEmpty()) {
            Map<String, @Nullable Action> concepts = new LinkedHashMap<>(rule.concepts());
            CHECK.checked(preset, concepts, List.copyOf(rule.protect()));
        }
        assertThat(rule.protect()).as(line).noneMatch(rule.concepts()::containsKey);
        assertThat(Stream.concat(
                        parsed.understood().stream().map(Understood::at),
                        parsed.unknown().stream().map(NotUnderstood::at)))
                .as(line)
                .doesNotHaveDuplicates();
        assertThat(meanings(parsed)).as(line).containsAll(rule.concepts().keySet());
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>();
        SentencesTest.english()
                .forEach(sentence -> BETWEEN.splitAsStream(sentence.text()).forEach(words::add));
        SentencesTest.korean()
                .forEach(sentence -> BETWEEN.splitAsStream(sentence.text()).forEach(words::add));
        return words;
    }

    private static List<String> meanings(ParsedRule parsed) {
        return parsed.understood().stream()
                .map(Understood::meaning)
                .filter(meaning -> !meaning.equals("protect"))
                .toList();
    }

    private static Preset interior() {
        return PRESETS.find("interior").orElseThrow();
    }
}
