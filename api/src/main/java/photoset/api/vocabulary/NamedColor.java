package photoset.api.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A color and its names; an entry of {@code vocabulary/colors/*.json}.
 *
 * @param hex {@code #rrggbb} in lower case
 */
record NamedColor(
        @JsonProperty("words") WordList words,
        @JsonProperty("hex") String hex) {}
