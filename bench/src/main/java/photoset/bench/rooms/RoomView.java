package photoset.bench.rooms;

import java.util.List;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/**
 * One photo of a room and the truth about it.
 *
 * @param seen what can be seen in it, in the order of the ids
 */
public record RoomView(Raster photo, List<SeenFixture> seen) {
    /**
     * A fixture as one camera sees it.
     *
     * @param id the same in every view of an album
     * @param mask the pixels that show it, parts hidden by furniture left out
     */
    public record SeenFixture(int id, FixtureKind kind, Mask mask) {}
}
