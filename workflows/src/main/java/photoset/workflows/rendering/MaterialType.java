package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a piece of a material is made of. */
public enum MaterialType {
    /** Wall paint: the fine grain of a roller. */
    @JsonProperty("paint")
    PAINT,
    /** Sawn wood: growth rings, fibres, pores. The first accent is the dark wood of a ring, the second a warm streak. */
    @JsonProperty("wood")
    WOOD,
    /** An even glaze. */
    @JsonProperty("glaze")
    GLAZE,
    /** A hand-made glaze, each tile another shade, with uneven edges. */
    @JsonProperty("zellige")
    ZELLIGE,
    /** Veined limestone; the accents are the veins, the strongest first. */
    @JsonProperty("marble")
    MARBLE,
    /** Interlocked crystals in the colours of the accents. */
    @JsonProperty("granite")
    GRANITE,
    /** Split stone: thin uneven layers. */
    @JsonProperty("slate")
    SLATE,
    /** Banded limestone with pits; the first accent is the dark of the bands and pits. */
    @JsonProperty("travertine")
    TRAVERTINE,
    /** Chips in the colours of the accents in a matrix of the material's own colour. */
    @JsonProperty("terrazzo")
    TERRAZZO,
    /** Clouds, grains and small pores. */
    @JsonProperty("concrete")
    CONCRETE,
    /** Fired clay: sandy, each brick another shade; the accents are burnt places. */
    @JsonProperty("clay")
    CLAY,
    /** A plain weave of uneven threads. */
    @JsonProperty("weave")
    WEAVE,
    /** A felted cloth of short fibres; the accents are single coloured fibres. */
    @JsonProperty("felt")
    FELT,
    /** A pile that lies in changing directions. */
    @JsonProperty("velvet")
    VELVET,
    /** Metal with the fine parallel lines of a brush. */
    @JsonProperty("brushed")
    BRUSHED
}
