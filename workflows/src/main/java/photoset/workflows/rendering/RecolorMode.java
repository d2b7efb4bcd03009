package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the colour of a recolor means. */
public enum RecolorMode {
    /** The well lit part of the surface shows exactly this colour in the photo. */
    @JsonProperty("appearance")
    APPEARANCE,
    /** The paint on the card has this colour; in the photo it shows it under the photo's light. */
    @JsonProperty("paint")
    PAINT
}
