package photoset.api.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import photoset.api.terms.Item.Joint;
import photoset.api.terms.Item.Stranger;
import photoset.api.terms.Item.Term;
import photoset.api.terms.Token.Mark;
import photoset.api.terms.Token.Script;
import photoset.api.terms.Token.WordToken;
import photoset.api.vocabulary.Meaning;
import photoset.api.vocabulary.Meaning.ColorName;
import photoset.api.vocabulary.RuleVocabulary;

/** Finds the names of the vocabulary in a text, the longest first. */
public final class TermReader {
    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{6}|[0-9a-f]{3})");

    private final List<Token> tokens;
    private final RuleVocabulary vocabulary;
    private final HangulReader hangul;
    private final List<Item> items = new ArrayList<>();

    private TermReader(List<Token> tokens, RuleVocabulary vocabulary) {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
        this.hangul = new HangulReader(tokens, vocabulary);
    }

    /** Every name, unknown word and joint, in the order of the text. */
    public static List<Item> items(SourceText text, RuleVocabulary vocabulary) {
        var reader = new TermReader(WordTokenizer.tokens(text.plain()), vocabulary);
        int next = 0;
        while (next < reader.tokens.size()) {
            next = reader.read(next);
        }
        return reader.items;
    }

    /** Reads what begins at this token; the answer is the first one behind it. */
    private int read(int first) {
        return switch (tokens.get(first)) {
            case Mark mark -> {
                items.add(new Joint(mark.link()));
                yield first + 1;
            }
            case WordToken word ->
                switch (word.script()) {
                    case HEX -> {
                        items.add(hex(word));
                        yield first + 1;
                    }
                    case SPACED -> phrase(first, word);
                    case HANGUL -> korean(first, word);
                };
        };
    }

    private static Item hex(WordToken word) {
        var digits = HEX.matcher(word.text());
        if (!digits.matches()) {
            return new Stranger(word.span());
        }
        var all = digits.group(1).length() == 6
                ? digits.group(1)
                : digits.group(1).replaceAll("(.)", "$1$1");
        return Term.of(new ColorName("#" + all), word.span());
    }

    private int phrase(int first, WordToken word) {
        var words = phraseFrom(first);
        for (int count = words.size(); count > 0; count--) {
            var part = words.subList(0, count);
            Optional<Meaning> meaning =
                    vocabulary.of(part.stream().map(WordToken::text).toList());
            if (meaning.isPresent()) {
                items.add(Term.of(meaning.get(), word.span().and(part.getLast().span())));
                return first + count;
            }
        }
        items.add(new Stranger(word.span()));
        return first + 1;
    }

    private List<WordToken> phraseFrom(int first) {
        List<WordToken> words = new ArrayList<>();
        int characters = 0;
        for (int i = first; i < tokens.size(); i++) {
            if (!(tokens.get(i) instanceof WordToken word) || word.script() != Script.SPACED) {
                break;
            }
            characters += word.text().length();
            // A plural is one or two longer than the name.
            if (i > first && characters > vocabulary.longest() + 2) {
                break;
            }
            words.add(word);
        }
        return words;
    }

    private int korean(int first, WordToken word) {
        var read = hangul.read(first);
        if (read.isEmpty()) {
            items.add(new Stranger(word.span()));
            return first + 1;
        }
        items.addAll(read.get().items());
        return read.get().next();
    }
}
