package photoset.api.terms;

/** What stands between two parts of a text, the loosest first. */
public enum Link {
    /** Nothing that was said before goes on. */
    STOP,
    /** One statement ended and another began, without a word. */
    NONE,
    COMMA,
    OR,
    AND
}
