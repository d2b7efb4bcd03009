package photoset.api.terms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import photoset.api.terms.Item.Joint;
import photoset.api.terms.Item.Term;
import photoset.api.terms.Token.Script;
import photoset.api.terms.Token.WordToken;
import photoset.api.vocabulary.Meaning;
import photoset.api.vocabulary.RuleVocabulary;
import photoset.api.vocabulary.Suffix;

/**
 * Reads Korean, which hangs particles and endings to its words and is written with and without spaces: a word is read only
 * if all its characters are, as names of the vocabulary with what may follow them.
 */
final class HangulReader {
    /** Items, and the first token behind them. */
    record Reading(List<Item> items, int next) {}

    /** What stands before, which says what may follow. */
    private enum Before {
        NOTHING,
        NOUN,
        VERB
    }

    /** A place within a word, and what stands before it. */
    private record Place(int word, int at, Before before) {}

    private final List<Token> tokens;
    private final RuleVocabulary vocabulary;
    /** Places from which no reading reaches the end of a word: each is tried once, however many ways lead to it. */
    private final Set<Place> dead = new HashSet<>();

    HangulReader(List<Token> tokens, RuleVocabulary vocabulary) {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
    }

    /** The word at this token, and those that a name goes on into; empty when it cannot be read to its end. */
    Optional<Reading> read(int word) {
        // Behind a word of another script it may be a mere particle: sage로.
        var before = word(word).attached() ? Before.NOUN : Before.NOTHING;
        return rest(new Place(word, 0, before))
                .map(reading -> new Reading(reading.items().reversed(), reading.next()));
    }

    /** What is left of a word, last item first. */
    private Optional<Reading> rest(Place place) {
        if (place.at == word(place.word).text().length()) {
            return Optional.of(new Reading(new ArrayList<>(), place.word + 1));
        }
        if (dead.contains(place)) {
            return Optional.empty();
        }
        var found = name(place).or(() -> suffix(place));
        if (found.isEmpty()) {
            dead.add(place);
        }
        return found;
    }

    private Optional<Reading> name(Place from) {
        var ahead = ahead(from);
        for (int count = ahead.size(); count > 0; count--) {
            var name = new StringBuilder();
            ahead.subList(0, count)
                    .forEach(place -> name.append(word(place.word).text().charAt(place.at)));
            @Nullable Meaning meaning = vocabulary.of(List.of(name.toString())).orElse(null);
            if (meaning != null) {
                var last = ahead.get(count - 1);
                var rest = rest(new Place(last.word, last.at + 1, isNoun(meaning) ? Before.NOUN : Before.VERB));
                if (rest.isPresent()) {
                    var span = new Span(offset(from), offset(last) + 1);
                    rest.get().items().add(Term.of(meaning, span));
                    return rest;
                }
            }
        }
        return Optional.empty();
    }

    /** The characters that a name from here may have; over spaces too, unless the name begins within a word. */
    private List<Place> ahead(Place from) {
        List<Place> ahead = new ArrayList<>();
        int word = from.word;
        int at = from.at;
        while (ahead.size() < vocabulary.longest()) {
            if (at == word(word).text().length()) {
                word++;
                at = 0;
                if (from.at > 0 || word == tokens.size() || !isHangul(tokens.get(word))) {
                    break;
                }
            }
            ahead.add(new Place(word, at++, from.before));
        }
        return ahead;
    }

    private Optional<Reading> suffix(Place from) {
        var left = word(from.word).text().substring(from.at);
        return suffixes(from.before)
                .filter(suffix -> left.startsWith(suffix.text()))
                .flatMap(suffix -> behind(from, suffix).stream())
                .findFirst();
    }

    private Optional<Reading> behind(Place from, Suffix suffix) {
        var rest = rest(new Place(from.word, from.at + suffix.text().length(), from.before));
        if (suffix.joins()) {
            rest.ifPresent(reading -> reading.items().add(new Joint(Link.AND)));
        }
        return rest;
    }

    private Stream<Suffix> suffixes(Before before) {
        return switch (before) {
            case NOTHING -> Stream.empty();
            case NOUN -> vocabulary.particles().stream();
            case VERB -> Stream.concat(vocabulary.endings().stream(), vocabulary.particles().stream());
        };
    }

    private static boolean isNoun(Meaning meaning) {
        return switch (meaning) {
            case Meaning.ConceptName _,
                    Meaning.ColorName _,
                    Meaning.MaterialName _,
                    Meaning.PartOfMaterials _,
                    Meaning.MaterialKind _,
                    Meaning.FinishName _ -> true;
            case Meaning.ToneChange _, Meaning.Word _ -> false;
        };
    }

    private static boolean isHangul(Token token) {
        return token instanceof WordToken word && word.script() == Script.HANGUL;
    }

    private WordToken word(int index) {
        return (WordToken) tokens.get(index);
    }

    private int offset(Place place) {
        return word(place.word).span().from() + place.at;
    }
}
