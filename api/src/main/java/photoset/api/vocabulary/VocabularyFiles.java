package photoset.api.vocabulary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import photoset.api.materials.Materials;
import photoset.api.presets.DataFiles;
import photoset.api.presets.Preset;
import photoset.api.vocabulary.Synonyms.ConceptWords;
import photoset.api.vocabulary.Synonyms.MaterialWords;

/** The words that all presets share, as read from their files, and what a preset adds to them. */
final class VocabularyFiles {
    /** A display name may name a thing twice: {@code 문틀·몰딩}. */
    private static final Pattern ALTERNATIVES = Pattern.compile("[·/,]");

    private final Grammar grammar;
    private final Spelling spelling;
    private final List<NamedColor> colors;
    private final MaterialNames materials;

    /** @throws IllegalStateException naming the file that cannot be read, or what it names and nobody knows */
    VocabularyFiles(Materials catalogue) {
        this.grammar = DataFiles.read("vocabulary/grammar", Grammar.class).getFirst();
        this.spelling = new Spelling(grammar.spellings());
        this.colors = flat("vocabulary/colors", NamedColor[].class);
        Map<String, WordList> synonyms = new HashMap<>();
        flat("vocabulary/materials", MaterialWords[].class).forEach(words -> synonyms.put(words.id(), words.words()));
        check(catalogue.ids().containsAll(synonyms.keySet()), "vocabulary/materials", "material");
        this.materials = new MaterialNames(spelling, catalogue.all(), synonyms);
    }

    /** The concepts come first: in a preset that has a concept Gloss, "gloss" is the concept. */
    RuleVocabulary with(Preset preset, List<ConceptWords> synonyms) {
        check(
                preset.protectable()
                        .containsAll(synonyms.stream().map(ConceptWords::id).toList()),
                "vocabulary/presets",
                "concept of " + preset.id());
        var lexicon = new Lexicon(spelling);
        for (var entry : preset.all()) {
            var others = synonyms.stream()
                    .filter(words -> words.id().equals(entry.id()))
                    .toList();
            var concept = new Meaning.ConceptName(
                    entry.id(),
                    preset.paints(entry.id()),
                    preset.removes(entry.id()),
                    others.stream().anyMatch(ConceptWords::backdrop));
            lexicon.addCountable(entry.id(), concept);
            lexicon.addCountable(entry.name().en(), concept);
            ALTERNATIVES.splitAsStream(entry.name().ko()).forEach(name -> lexicon.add(name, concept));
            others.forEach(words -> words.words().all().forEach(name -> lexicon.addCountable(name, concept)));
        }
        addShared(lexicon);
        return new RuleVocabulary(lexicon, materials, grammar);
    }

    private void addShared(Lexicon lexicon) {
        grammar.words().forEach(all -> all.words().all().forEach(word -> lexicon.add(word, all.means())));
        grammar.tones().forEach(all -> all.words().all().forEach(word -> lexicon.add(word, all.change())));
        grammar.finishes()
                .forEach(all ->
                        all.words().all().forEach(word -> lexicon.add(word, new Meaning.FinishName(all.finish()))));
        grammar.materialKinds()
                .forEach(all ->
                        all.words().all().forEach(word -> lexicon.add(word, new Meaning.MaterialKind(all.kind()))));
        materials.addNames(lexicon);
        colors.forEach(color ->
                color.words().all().forEach(word -> lexicon.add(word, new Meaning.ColorName(color.hex()))));
        materials.addParts(lexicon);
    }

    private static <T> List<T> flat(String folder, Class<T[]> type) {
        return DataFiles.read(folder, type).stream().flatMap(Arrays::stream).toList();
    }

    private static void check(boolean known, String folder, String what) {
        if (!known) {
            throw new IllegalStateException("A file of " + folder + " has words for an unknown " + what + ".");
        }
    }
}
