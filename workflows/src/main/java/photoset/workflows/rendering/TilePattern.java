package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the pieces of a material lie. */
public enum TilePattern {
    /** One seamless sheet; its length and width are those of the repeat. */
    @JsonProperty("sheet")
    SHEET,
    /** Rows of boards whose ends are at random places. */
    @JsonProperty("planks")
    PLANKS,
    /** Rows moved by half a piece, as bricks and subway tiles are. */
    @JsonProperty("bond")
    BOND,
    /** Rows and columns. */
    @JsonProperty("stack")
    STACK,
    /** Boards at right angles, the end of one at the side of the next; the length counts as a multiple of the width. */
    @JsonProperty("herringbone")
    HERRINGBONE,
    /** Boards with slanted ends that meet in a straight line. */
    @JsonProperty("chevron")
    CHEVRON,
    /** Regular hexagons; the width is that between two parallel sides. */
    @JsonProperty("hexagon")
    HEXAGON
}
