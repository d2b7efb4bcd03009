package photoset.api.execution;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.workflows.rendering.Action;

/**
 * One of the variants that the photos are to be painted as: a rule of its own, or a saved one.
 *
 * @param id part of the pictures' keys; a lower-case letter, then up to 15 of a-z, 0-9 and _
 * @param name what its owner calls it
 * @param concepts as in the request
 * @param protect beside the request's; the preset's list when absent from both
 * @param ruleId a saved rule; wins over {@code concepts} and {@code protect}
 * @param instances beside the request's
 */
public record VariantRequest(
        @Schema(requiredMode = RequiredMode.REQUIRED) @JsonProperty("id") @Nullable
        String id,

        @JsonProperty("name") @Nullable String name,
        @JsonProperty("concepts") @Nullable Map<String, @Nullable Action> concepts,
        @JsonProperty("protect") @Nullable List<@Nullable String> protect,
        @JsonProperty("rule_id") @Nullable String ruleId,
        @JsonProperty("instances") @Nullable InstanceRequest instances) {}
