package photoset.api.terms;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import photoset.api.terms.Token.Mark;
import photoset.api.terms.Token.Script;
import photoset.api.terms.Token.WordToken;

/** Cuts a text into words. What is no letter, no digit and no mark says nothing here, and is passed over. */
final class WordTokenizer {
    private static final String STOPS = ".;!?。\n\r";
    private static final String COMMAS = ",、";
    /** The last is the middle dot of Korean keyboards. */
    private static final String ANDS = "&+/·\u119E";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private WordTokenizer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        var tokenizer = new WordTokenizer(text);
        while (tokenizer.at < text.length()) {
            tokenizer.step();
        }
        return tokenizer.tokens;
    }

    private void step() {
        int one = text.codePointAt(at);
        if (STOPS.indexOf(one) >= 0) {
            mark(Link.STOP);
        } else if (COMMAS.indexOf(one) >= 0) {
            mark(Link.COMMA);
        } else if (ANDS.indexOf(one) >= 0) {
            mark(Link.AND);
        } else if (one == '#') {
            word(Script.HEX, 1);
        } else if (isOfWord(one)) {
            word(isHangul(one) ? Script.HANGUL : Script.SPACED, 0);
        } else {
            at += Character.charCount(one);
        }
    }

    private void mark(Link link) {
        tokens.add(new Mark(link));
        at++;
    }

    private void word(Script script, int skipped) {
        int from = at;
        at += skipped;
        while (at < text.length() && goesOn(script)) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at > from + skipped) {
            var span = new Span(from, at);
            tokens.add(new WordToken(text.substring(from, at), script, span, follows(from)));
        }
    }

    private boolean goesOn(Script script) {
        int one = text.codePointAt(at);
        if (isOfWord(one)) {
            return isHangul(one) == (script == Script.HANGUL);
        }
        // 20%, 1.5
        return isDigit(at - 1) && (one == '%' || (one == '.' && isDigit(at + 1)));
    }

    private boolean follows(int from) {
        return !tokens.isEmpty()
                && tokens.getLast() instanceof WordToken before
                && before.span().to() == from;
    }

    private boolean isDigit(int index) {
        return index >= 0 && index < text.length() && Character.isDigit(text.charAt(index));
    }

    /** An underscore is part of an id. */
    private static boolean isOfWord(int one) {
        return one == '_' || (one != '\u119E' && Character.isLetterOrDigit(one));
    }

    private static boolean isHangul(int one) {
        return UnicodeScript.of(one) == UnicodeScript.HANGUL;
    }
}
