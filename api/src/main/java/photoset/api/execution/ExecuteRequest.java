package photoset.api.execution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;

/**
 * The body of {@code POST /jobs/{id}/execute}.
 *
 * @param concepts concept id to action; where two claim a pixel the one named later wins
 * @param protect concept ids that nothing may change, in any variant; the preset's list when absent
 * @param ruleId a saved rule; wins over {@code concepts} and {@code protect}
 * @param outputTemplate one of the preset's
 * @param outputFormat png when absent
 * @param edges how the masks' edges are made; refined when absent
 * @param keepProfile whether the results stay in the photos' own RGB space and carry its profile; sRGB when absent
 * @param instances which instances are left out and which are protected, in every variant
 * @param variants 1 to 3 rules that the photos are painted by, each for itself, instead of {@code concepts} or {@code
 *     rule_id}; every picture costs a credit
 */
public record ExecuteRequest(
        @JsonProperty("concepts") @Nullable Map<String, @Nullable Action> concepts,
        @JsonProperty("protect") @Nullable List<@Nullable String> protect,
        @JsonProperty("rule_id") @Nullable String ruleId,
        @JsonProperty("output_template") @Nullable String outputTemplate,
        @JsonProperty("output_format") @Nullable OutputFormat outputFormat,
        @JsonProperty("edges") @Nullable EdgeMode edges,
        @JsonProperty("keep_profile") @Nullable Boolean keepProfile,
        @JsonProperty("instances") @Nullable InstanceRequest instances,
        @JsonProperty("variants") @Nullable List<@Nullable VariantRequest> variants) {}
