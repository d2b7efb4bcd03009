package photoset.api.text;

import java.util.regex.Pattern;

/** A name that a person gives to something: something to see, and no control characters. */
public final class DisplayName {
    private static final String CONTROLS = "\\x00-\\x1f\\x7f-\\x9f";

    /** Of Unicode's separators, which show nothing. */
    private static final String BLANKS = "\\x20\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

    /** The same to Java and to a reader of the API document: nothing in it depends on the flavor of the expressions. */
    public static final String PATTERN = "^[^" + CONTROLS + "]*[^" + CONTROLS + BLANKS + "][^" + CONTROLS + "]*$";

    private static final Pattern WRITTEN = Pattern.compile(PATTERN);

    private DisplayName() {}

    /** Whether it is one of at most so many characters. */
    public static boolean fits(String name, int charsMax) {
        return name.codePointCount(0, name.length()) <= charsMax
                && WRITTEN.matcher(name).matches();
    }
}
