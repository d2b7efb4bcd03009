package photoset.api.terms;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A text in one form (NFKC, lower case, without apostrophes) that knows where each of its characters came from: Korean
 * typed on some systems is decomposed, and full-width letters are letters.
 */
public final class SourceText {
    private static final String APOSTROPHES = "'’`";

    private final String original;
    private final StringBuilder plain = new StringBuilder();
    private final int[] starts;
    private final int[] ends;

    private SourceText(String original) {
        this.original = original;
        // One character of Unicode becomes 18 at most (U+FDFA).
        this.starts = new int[original.length() * 18];
        this.ends = new int[original.length() * 18];
    }

    public static SourceText of(String original) {
        var text = new SourceText(original);
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(original);
        int from = characters.first();
        for (int to = characters.next(); to != BreakIterator.DONE; to = characters.next()) {
            text.add(from, to);
            from = to;
        }
        return text;
    }

    /** What is read. */
    public String plain() {
        return plain.toString();
    }

    /** The user's own characters. */
    public String original(Span span) {
        return original.substring(at(span), ends[span.to() - 1]);
    }

    /** Where they begin, in UTF-16 units of the user's text. */
    public int at(Span span) {
        return starts[span.from()];
    }

    /** Whether no letter, no digit and no mark but a hyphen stands between the two. */
    public boolean isBlankBetween(Span before, Span behind) {
        return plain.substring(before.to(), behind.from())
                .chars()
                .allMatch(one -> Character.isWhitespace(one) || one == '-');
    }

    private void add(int from, int to) {
        var one = Normalizer.normalize(original.substring(from, to), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        one.chars()
                .filter(unit -> APOSTROPHES.indexOf(unit) < 0 && Character.getType(unit) != Character.FORMAT)
                .forEach(unit -> {
                    starts[plain.length()] = from;
                    ends[plain.length()] = to;
                    plain.append((char) unit);
                });
    }
}
