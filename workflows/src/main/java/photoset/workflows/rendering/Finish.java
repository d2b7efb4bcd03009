package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a surface shines. */
public enum Finish {
    @JsonProperty("matte")
    MATTE,
    @JsonProperty("satin")
    SATIN,
    @JsonProperty("gloss")
    GLOSS
}
