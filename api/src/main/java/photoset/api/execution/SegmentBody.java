package photoset.api.execution;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.workflows.segmentation.InstanceBox;

/**
 * The body of {@code POST /jobs/{id}/segment}.
 *
 * @param concepts ids of the preset's concepts, each once
 * @param exemplars by concept; for segmenters that take examples
 */
public record SegmentBody(
        @Schema(requiredMode = RequiredMode.REQUIRED) @JsonProperty("concepts") @Nullable
        List<@Nullable String> concepts,

        @JsonProperty("exemplars") @Nullable Map<String, @Nullable List<@Nullable ExemplarBody>> exemplars) {
    /**
     * An example of a concept in one photo.
     *
     * @param box in pixels of the upright photo, [x, y, w, h]
     * @param positive whether it is one; true when absent
     */
    public record ExemplarBody(
            @JsonProperty("idx") int idx,

            @Schema(requiredMode = RequiredMode.REQUIRED) @JsonProperty("box") @Nullable
            InstanceBox box,

            @JsonProperty("positive") @Nullable Boolean positive) {}
}
