package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the edges of masks are made before anything is painted. */
public enum EdgeMode {
    /** The masks count as they are. */
    @JsonProperty("as_is")
    AS_IS,
    /** Drawn along the photo's own edges at full size. */
    @JsonProperty("refined")
    REFINED,
    /** Refined, then the share of hair, leaves and lace is solved for pixel by pixel: slower. */
    @JsonProperty("matted")
    MATTED
}
