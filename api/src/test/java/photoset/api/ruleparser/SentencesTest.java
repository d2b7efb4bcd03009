package photoset.api.ruleparser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import photoset.api.materials.Materials;
import photoset.api.presets.Preset;
import photoset.api.presets.PresetSettings;
import photoset.api.presets.Presets;
import photoset.api.ruleparser.ParsedRule.NotUnderstood;
import photoset.api.rules.RuleCheck;
import photoset.api.vocabulary.Vocabularies;
import photoset.workflows.rendering.Action;

/** What people say, and what becomes of it: the tables {@code ruleparser/*.tsv}, the rule in short and the words left over. */
class SentencesTest {
    private static final Presets PRESETS = new Presets(new PresetSettings(false));
    private static final Materials MATERIALS = new Materials();
    private static final RuleParser PARSER = new RuleParser(new Vocabularies(PRESETS, MATERIALS));
    private static final RuleCheck CHECK = new RuleCheck(MATERIALS);

    /** Of each language. */
    private static final int SENTENCES = 150;

    /** A line of a table; a dash for a rule without concepts and protection. */
    record Sentence(String preset, String text, String rule, String unknown) {
        static Sentence of(String line) {
            var fields = line.split("\t", -1);
            return new Sentence(fields[0], fields[1], fields[2].equals("-") ? "" : fields[2], fields[3]);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Sentence> english() {
        return read("english");
    }

    static Stream<Sentence> korean() {
        return read("korean");
    }

    @ParameterizedTest
    @MethodSource({"english", "korean"})
    void isReadAsMeant(Sentence sentence) {
        var preset = preset(sentence);
        var parsed = PARSER.parse(preset, sentence.text());

        assertThat(brief(preset, parsed) + "  not " + unknown(parsed))
                .isEqualTo(sentence.rule() + "  not " + sentence.unknown());
    }

    @ParameterizedTest
    @MethodSource({"english", "korean"})
    void isARuleThatCanRun(Sentence sentence) {
        var preset = preset(sentence);
        var rule = PARSER.parse(preset, sentence.text()).rule();

        if (rule.concepts().isEmpty()) {
            assertThat(CHECK.protect(preset, List.copyOf(rule.protect()))).isEqualTo(rule.protect());
        } else {
            Map<String, @Nullable Action> concepts = new LinkedHashMap<>(rule.concepts());
            var checked = CHECK.checked(preset, concepts, List.copyOf(rule.protect()));
            assertThat(checked.concepts()).isEqualTo(rule.concepts());
            assertThat(checked.protect()).isEqualTo(rule.protect()).noneMatch(rule.concepts()::containsKey);
        }
    }

    @ParameterizedTest
    @MethodSource({"english", "korean"})
    void namesWordsWhereTheyStand(Sentence sentence) {
        var parsed = PARSER.parse(preset(sentence), sentence.text());

        assertThat(parsed.understood())
                .allSatisfy(
                        word -> assertThat(sentence.text().substring(word.at())).startsWith(word.text()));
        assertThat(parsed.unknown())
                .allSatisfy(
                        word -> assertThat(sentence.text().substring(word.at())).startsWith(word.text()));
    }

    @Test
    void theTablesAreWhole() {
        for (var table : List.of(english(), korean())) {
            var texts = table.map(Sentence::text).toList();
            assertThat(texts).hasSizeGreaterThanOrEqualTo(SENTENCES).doesNotHaveDuplicates();
        }
    }

    private static Preset preset(Sentence sentence) {
        return PRESETS.find(sentence.preset()).orElseThrow();
    }

    private static Stream<Sentence> read(String table) {
        try (InputStream in = Objects.requireNonNull(
                SentencesTest.class.getResourceAsStream("/ruleparser/" + table + ".tsv"), table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Sentence::of);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What happens to which concept in the order of the rule, then what is kept beyond the preset's list or named there. */
    private static String brief(Preset preset, ParsedRule parsed) {
        var brief = new StringJoiner("; ");
        Set<String> kept = new LinkedHashSet<>();
        parsed.understood().stream()
                .filter(word -> parsed.rule().protect().contains(word.meaning()))
                .forEach(word -> kept.add(word.meaning()));
        Map<String, String> all = new LinkedHashMap<>();
        parsed.rule().concepts().forEach((concept, action) -> all.put(concept, brief(action)));
        kept.forEach(concept -> all.put(concept, "keep"));
        parsed.understood().stream()
                .map(word -> word.meaning())
                .filter(all::containsKey)
                .distinct()
                .forEach(concept -> brief.add(concept + "=" + all.get(concept)));
        Set<String> expected = new LinkedHashSet<>(preset.protectDefaults());
        expected.removeAll(parsed.rule().concepts().keySet());
        expected.addAll(kept);
        assertThat(parsed.rule().protect()).containsExactlyInAnyOrderElementsOf(expected);
        return brief.toString();
    }

    private static String brief(Action action) {
        return switch (action) {
            case Action.Recolor recolor ->
                "recolor " + recolor.value()
                        + (recolor.finish() == null
                                ? ""
                                : " " + recolor.finish().name().toLowerCase(java.util.Locale.ROOT));
            case Action.Texture texture -> "texture " + texture.value();
            case Action.Background background ->
                "background " + background.value()
                        + (background.shadow() == null ? "" : option(" shadow ", background.shadow()));
            case Action.Blur blur -> "blur" + option(" ", blur.strength());
            case Action.Remove() -> "remove";
            case Action.Tone tone ->
                "tone"
                        + option(" exposure ", tone.exposure())
                        + option(" contrast ", tone.contrast())
                        + option(" temperature ", tone.temperature())
                        + option(" saturation ", tone.saturation())
                        + option(" gloss ", tone.gloss());
        };
    }

    private static String option(String name, @Nullable Double value) {
        return value == null
                ? ""
                : name + (value == Math.rint(value) ? String.valueOf(value.longValue()) : String.valueOf(value));
    }

    private static String unknown(ParsedRule parsed) {
        return parsed.unknown().stream().map(NotUnderstood::text).collect(Collectors.joining(" / "));
    }
}
