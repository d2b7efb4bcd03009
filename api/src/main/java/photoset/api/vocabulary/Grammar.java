package photoset.api.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import photoset.api.materials.Material;
import photoset.workflows.rendering.Finish;

/**
 * What the files {@code vocabulary/grammar/*.json} hold: the words that no preset and no catalogue names.
 *
 * @param spellings of English words, each with the one that the other files use
 * @param materialKinds what materials are made of
 * @param particles what Korean hangs to a noun
 * @param endings what Korean hangs to a verb
 */
record Grammar(
        @JsonProperty("spellings") Map<String, String> spellings,
        @JsonProperty("words") List<GrammarWords> words,
        @JsonProperty("finishes") List<FinishWords> finishes,
        @JsonProperty("material_kinds") List<MaterialKindWords> materialKinds,
        @JsonProperty("tones") List<ToneWords> tones,
        @JsonProperty("particles") Suffixes particles,
        @JsonProperty("endings") Suffixes endings) {
    /** All words of one meaning. */
    record GrammarWords(
            @JsonProperty("means") Meaning.Word means,
            @JsonProperty("words") WordList words) {}

    /** The words for a finish. */
    record FinishWords(
            @JsonProperty("finish") Finish finish,
            @JsonProperty("words") WordList words) {}

    /** The words for what materials of a kind are made of. */
    record MaterialKindWords(
            @JsonProperty("kind") Material.Kind kind,
            @JsonProperty("words") WordList words) {}

    /** The words for a change of one option, and how far they change it. */
    record ToneWords(
            @JsonProperty("option") ToneOption option,
            @JsonProperty("slightly") double slightly,
            @JsonProperty("plain") double plain,
            @JsonProperty("strongly") double strongly,
            @JsonProperty("words") WordList words) {
        Meaning.ToneChange change() {
            return new Meaning.ToneChange(option, slightly, plain, strongly);
        }
    }

    /**
     * What can follow a word within its characters.
     *
     * @param filler those that carry nothing a rule needs
     * @param and those that join what stands before and behind them
     */
    record Suffixes(
            @JsonProperty("filler") List<String> filler,
            @JsonProperty("and") List<String> and) {
        List<Suffix> longestFirst() {
            return Stream.concat(
                            filler.stream().map(text -> new Suffix(text, false)),
                            and.stream().map(text -> new Suffix(text, true)))
                    .sorted(Comparator.comparingInt(suffix -> -suffix.text().length()))
                    .toList();
        }
    }
}
