package photoset.cpu.sheets;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Text as the bundled fonts can draw it: what they have no glyph for is left out rather than drawn as an empty frame. */
public final class DrawableText {
    /** Stands for a run of letters that no bundled font has. */
    private static final int OMITTED = '…';

    private DrawableText() {}

    /**
     * The text in composed form on one line: Hangul typed as single jamo become syllables, white space becomes one blank,
     * controls, pictographs and joiners go, letters with unknown marks lose the marks, and a run of letters of an unknown
     * script becomes an ellipsis. Empty if nothing can be drawn.
     */
    public static String of(String raw) {
        var text = new StringBuilder();
        Normalizer.normalize(raw, Form.NFC).codePoints().forEach(codePoint -> append(text, codePoint));
        return text.toString().strip();
    }

    private static void append(StringBuilder text, int codePoint) {
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            appendOnce(text, ' ');
        } else if (visible(codePoint) && Typeface.REGULAR.draws(codePoint)) {
            text.appendCodePoint(codePoint);
        } else if (Character.isLetterOrDigit(codePoint)) {
            appendPlain(text, codePoint);
        }
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static void appendPlain(StringBuilder text, int letter) {
        var plain = Normalizer.normalize(Character.toString(letter), Form.NFKD)
                .codePoints()
                .filter(part -> Character.isLetterOrDigit(part) && Typeface.REGULAR.draws(part))
                .toArray();
        if (plain.length == 0) {
            appendOnce(text, OMITTED);
        }
        for (int part : plain) {
            text.appendCodePoint(part);
        }
    }

    private static void appendOnce(StringBuilder text, int codePoint) {
        if (text.isEmpty() || text.codePointBefore(text.length()) != codePoint) {
            text.appendCodePoint(codePoint);
        }
    }
}
