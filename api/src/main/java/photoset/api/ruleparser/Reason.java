package photoset.api.ruleparser;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why words are not part of the rule, with what to do about it. */
enum Reason {
    UNKNOWN_WORD("This word is not known here; name a concept of the preset, a color, a material or a change."),
    AMBIGUOUS("This can be meant in several ways; say each concept with what happens to it, parted by commas, and"
            + " materials by their whole name."),
    CONTRADICTION("Two things that exclude each other are asked of one concept; say one of them."),
    NO_CONCEPT("It is not said of what; name a concept beside it."),
    NO_ACTION("It is not said what happens to it; name a color, a material, a change, or that it is kept."),
    NEGATION("What is not wanted makes no rule; say what is wanted, or which concept to keep."),
    NOT_POSSIBLE("No action does this to this concept."),
    NOT_COMBINABLE("A concept takes one action, and another one was understood; say one of them.");

    private final String message;

    Reason(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
