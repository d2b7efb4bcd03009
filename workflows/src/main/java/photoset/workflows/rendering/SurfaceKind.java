package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a concept's surface lies in a room, which decides its perspective; presets say it of each concept. */
public enum SurfaceKind {
    @JsonProperty("floor")
    FLOOR,
    /** Level, at the height of a countertop. */
    @JsonProperty("countertop")
    COUNTERTOP,
    @JsonProperty("ceiling")
    CEILING,
    /** Upright, as is everything that is neither below nor above. */
    @JsonProperty("wall")
    WALL
}
