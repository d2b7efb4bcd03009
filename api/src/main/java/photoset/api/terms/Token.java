package photoset.api.terms;

/** What a text is made of: words, and what stands between them. */
sealed interface Token {
    /** How a word is written. */
    enum Script {
        HANGUL,
        /** Latin and every other with spaces between its words. */
        SPACED,
        /** A color, {@code #} first. */
        HEX
    }

    /**
     * A run of letters and digits.
     *
     * @param attached whether it follows another word without a space: {@code sage로}
     */
    record WordToken(String text, Script script, Span span, boolean attached) implements Token {}

    /** Punctuation that parts or joins. */
    record Mark(Link link) implements Token {}
}
