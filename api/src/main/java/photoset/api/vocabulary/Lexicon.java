package photoset.api.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which words mean what. Words that were added earlier keep their meaning, so the order of adding is a rank. */
final class Lexicon {
    private final Spelling spelling;
    private final Map<String, Meaning> meanings = new LinkedHashMap<>();
    private final Map<String, Meaning> singulars = new LinkedHashMap<>();

    Lexicon(Spelling spelling) {
        this.spelling = spelling;
    }

    void add(String name, Meaning meaning) {
        meanings.putIfAbsent(spelling.key(name), meaning);
    }

    /** The name also in the plural, or in the singular when it is one. */
    void addCountable(String name, Meaning meaning) {
        add(name, meaning);
        singulars.putIfAbsent(spelling.singularKey(Spelling.words(name)), meaning);
    }

    /** What the words mean as one name, however they are joined. */
    Optional<Meaning> of(List<String> words) {
        @Nullable Meaning exact = meanings.get(spelling.key(words));
        return Optional.ofNullable(exact == null ? singulars.get(spelling.singularKey(words)) : exact);
    }

    boolean has(String word) {
        return of(List.of(word)).isPresent();
    }

    /** Characters of the longest name. */
    int longest() {
        return Stream.concat(meanings.keySet().stream(), singulars.keySet().stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
