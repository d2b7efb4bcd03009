package photoset.api.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What people call the concepts of a preset beside their names; the file {@code vocabulary/presets/{preset}.json}.
 *
 * @param preset the id of the preset
 * @param concepts those that have other names
 */
record Synonyms(
        @JsonProperty("preset") String preset,
        @JsonProperty("concepts") List<ConceptWords> concepts) {
    /**
     * @param id of the concept
     * @param backdrop whether it is what lies behind the product: then its color is put there and not painted
     */
    record ConceptWords(
            @JsonProperty("id") String id,
            @JsonProperty("backdrop") boolean backdrop,
            @JsonProperty("words") WordList words) {}

    /** Other names of a material; an entry of {@code vocabulary/materials/*.json}. */
    record MaterialWords(
            @JsonProperty("id") String id,
            @JsonProperty("words") WordList words) {}
}
