package photoset.api.vocabulary;

import java.util.List;
import java.util.Optional;

/** Every word that a rule of one preset can be said with. */
public final class RuleVocabulary {
    private final Lexicon lexicon;
    private final MaterialNames materials;
    private final List<Suffix> particles;
    private final List<Suffix> endings;
    private final int longest;

    RuleVocabulary(Lexicon lexicon, MaterialNames materials, Grammar grammar) {
        this.lexicon = lexicon;
        this.materials = materials;
        this.particles = grammar.particles().longestFirst();
        this.endings = grammar.endings().longestFirst();
        this.longest = lexicon.longest();
    }

    /** What these words, in lower case, mean together. */
    public Optional<Meaning> of(List<String> words) {
        return lexicon.of(words);
    }

    /** No name has more characters, spaces not counted. */
    public int longest() {
        return longest;
    }

    /** What can follow a Korean noun, the longest first. */
    public List<Suffix> particles() {
        return particles;
    }

    /** What can follow a Korean verb, the longest first. */
    public List<Suffix> endings() {
        return endings;
    }

    /** The materials that may be meant where a name was begun and not finished. */
    public MaterialNames materials() {
        return materials;
    }
}
