package photoset.api.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.Rule;

/**
 * A rule that its owner keeps.
 *
 * @param concepts in the owner's order; where two claim a pixel the one named later wins
 */
public record SavedRule(
        @JsonProperty("id") String id,
        @JsonProperty("name") String name,
        @JsonProperty("preset_id") String presetId,
        @JsonProperty("concepts") Map<String, Action> concepts,
        @JsonProperty("protect") List<String> protect,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt) {
    /** What an album is rendered by. */
    public Rule rule() {
        return new Rule(concepts, protect);
    }
}
