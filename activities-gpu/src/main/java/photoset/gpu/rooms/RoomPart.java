package photoset.gpu.rooms;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a concept of the network counts as where a room's surfaces are decided; its manifest says it of each. */
public enum RoomPart {
    @JsonProperty("wall")
    WALL,
    @JsonProperty("floor")
    FLOOR,
    @JsonProperty("ceiling")
    CEILING,
    /** Lies on a wall, unless it lies on the floor or the ceiling. */
    @JsonProperty("tile")
    TILE,
    /** Stands behind a product; in a room, whatever stands behind everything. */
    @JsonProperty("backdrop")
    BACKDROP,
    /** Lies before the foot of walls, where it is no floor. */
    @JsonProperty("molding")
    MOLDING;

    /** Whether {@link Surfaces} decides it; else it only bears on the decision. */
    public boolean isSurface() {
        return switch (this) {
            case WALL, FLOOR, CEILING -> true;
            case TILE, BACKDROP, MOLDING -> false;
        };
    }
}
