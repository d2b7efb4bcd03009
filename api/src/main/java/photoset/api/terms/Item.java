package photoset.api.terms;

import photoset.api.vocabulary.Meaning;

/** What a text says, word by word. */
public sealed interface Item {
    /** How much of it. */
    enum Strength {
        SLIGHTLY,
        PLAIN,
        STRONGLY
    }

    /** Words with a meaning. */
    record Term(Meaning meaning, Strength strength, Span span) implements Item {
        public static Term of(Meaning meaning, Span span) {
            return new Term(meaning, Strength.PLAIN, span);
        }

        public boolean is(Meaning wanted) {
            return meaning.equals(wanted);
        }
    }

    /** A word without one. */
    record Stranger(Span span) implements Item {}

    /** What parts or joins others. */
    record Joint(Link link) implements Item {}
}
