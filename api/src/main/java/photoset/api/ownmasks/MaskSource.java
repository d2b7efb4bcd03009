package photoset.api.ownmasks;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose mask it is. */
public enum MaskSource {
    @JsonProperty("model")
    MODEL,
    @JsonProperty("user")
    USER;

    /** That of a version; 0 is the model's. */
    public static MaskSource of(int version) {
        return version == 0 ? MODEL : USER;
    }
}
