package photoset.api.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far a run of segmentation before the rule is, in a job or in one of its photos. */
enum SegmentationState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED;

    static SegmentationState of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
