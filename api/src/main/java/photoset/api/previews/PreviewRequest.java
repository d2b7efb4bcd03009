package photoset.api.previews;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.api.execution.ExecuteRequest;
import photoset.api.execution.InstanceRequest;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.EdgeMode;

/**
 * The body of {@code POST /jobs/{id}/previews}: one photo, and one rule as an execute call names it. A call that names
 * variants paints each of them alone, so each is looked at alone.
 *
 * @param idx of the photo
 * @param concepts concept id to action; where two claim a pixel the one named later wins
 * @param protect concept ids that nothing may change; the preset's list when absent
 * @param ruleId a saved rule; wins over {@code concepts} and {@code protect}
 * @param edges how the masks' edges are made; refined when absent
 * @param instances which instances are left out and which are protected
 */
record PreviewRequest(
        @JsonProperty("idx") int idx,
        @JsonProperty("concepts") @Nullable Map<String, @Nullable Action> concepts,
        @JsonProperty("protect") @Nullable List<@Nullable String> protect,
        @JsonProperty("rule_id") @Nullable String ruleId,
        @JsonProperty("edges") @Nullable EdgeMode edges,
        @JsonProperty("instances") @Nullable InstanceRequest instances) {
    /** The execute call that would paint every photo so. */
    ExecuteRequest asExecution() {
        return new ExecuteRequest(concepts, protect, ruleId, null, null, edges, null, instances, null);
    }
}
