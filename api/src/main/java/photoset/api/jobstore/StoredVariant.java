package photoset.api.jobstore;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.workflows.job.Execution;
import photoset.workflows.rendering.Rule;

/**
 * A variant of a job as the records keep it and its owner sees it.
 *
 * @param id part of the pictures' keys; {@code a} for a job with one rule
 * @param name what its owner calls it; absent if nothing
 * @param ruleId the saved rule that it came from; absent if none
 * @param rule as it was when the job was executed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredVariant(
        @JsonProperty("id") String id,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("rule_id") @Nullable String ruleId,
        @JsonProperty("rule") Rule rule) {
    static List<StoredVariant> of(Execution execution) {
        return execution.variants().stream()
                .map(variant -> new StoredVariant(variant.id(), variant.name(), variant.ruleId(), variant.rule()))
                .toList();
    }
}
