package photoset.api.text;

/**
 * Text that PostgreSQL can keep. It stores UTF-8 without U+0000, so NUL and one half of a surrogate pair alone, which JSON
 * can write, are refused where a request comes in and not where a statement fails.
 */
public final class StorableText {
    /** What is said of a field that holds anything else. */
    public static final String NEEDED = "must not contain NUL or half of a surrogate pair";

    /** For the API document, whose strings are Unicode: halves of pairs are none. */
    public static final String PATTERN = "^[^\\x00]*$";

    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** Whether every character of it can be kept. */
    public static boolean fits(String text) {
        return text.codePoints().allMatch(StorableText::isStorable);
    }

    /** The same with a replacement character for each that cannot be kept; good for naming a field. */
    public static String replaced(String text) {
        return text.codePoints()
                .map(at -> isStorable(at) ? at : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isStorable(int codePoint) {
        // A whole pair is one code point above these.
        return codePoint != 0 && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
