package photoset.workflows.segmentation;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A named thing to find.
 *
 * @param id its name in rules, masks and keys, e.g. {@code Frame_Molding}
 * @param prompt an English noun phrase for open-vocabulary models
 * @param kind whether single instances can be told apart
 */
public record Concept(String id, String prompt, Kind kind) {
    /** What "an instance" means for a concept. */
    public enum Kind {
        /** A surface: all of it is one instance. */
        @JsonProperty("stuff")
        STUFF,
        /** A countable thing: every connected part is an instance. */
        @JsonProperty("instance")
        INSTANCE
    }
}
