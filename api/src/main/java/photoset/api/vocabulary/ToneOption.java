package photoset.api.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** An option of the action {@code tone} that words can change. */
public enum ToneOption {
    @JsonProperty("exposure")
    EXPOSURE,
    @JsonProperty("contrast")
    CONTRAST,
    @JsonProperty("temperature")
    TEMPERATURE,
    @JsonProperty("saturation")
    SATURATION,
    @JsonProperty("gloss")
    GLOSS;

    /** As in a rule. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
