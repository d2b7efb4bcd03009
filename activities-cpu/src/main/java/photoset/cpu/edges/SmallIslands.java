package photoset.cpu.edges;

import java.util.function.Predicate;
import photoset.imaging.Mask;
import photoset.imaging.regions.BitMask;
import photoset.imaging.regions.ConnectedComponents;
import photoset.imaging.regions.Connectivity;

/**
 * Pieces of a thing's mask that are smaller than a network could draw and hang together with nothing: what pixel by pixel
 * decisions leave of a rim that is thinner than they see.
 */
final class SmallIslands {
    /** A network draws no fewer cells as a thing. */
    private static final double CELLS = 8;

    /** Nodes beyond the band that are looked at: a piece with a node inside is one still, what goes farther is none. */
    private static final int BEYOND = 2;

    private SmallIslands() {}

    /** Takes them out of a mask that was drawn for this trimap; elsewhere than in its band there are none. */
    static void clear(Mask mask, Trimap trimap, Grid grid) {
        double pixelsMax = CELLS * grid.cellPx() * grid.cellPx();
        var near = trimap.band().grown(BEYOND);
        var sure = grid.pixels(mask, Mask.COVERED, near.without(trimap.band().grown(BEYOND - 1)));
        var covered = grid.pixels(mask, Mask.COVERED, near);
        clear(mask, covered, piece -> piece.size() < pixelsMax && !piece.touches(sure));
        // What is left around them and covers nothing.
        clear(mask, grid.pixels(mask, 1, near), piece -> !piece.touches(covered));
    }

    /** Clears islands in a mask and among its pixels. */
    private static void clear(Mask mask, BitMask pixels, Predicate<ConnectedComponents.Component> isIsland) {
        ConnectedComponents.forEach(pixels, Connectivity.FOUR, piece -> {
            if (isIsland.test(piece)) {
                for (int i = 0; i < piece.size(); i++) {
                    mask.levels()[piece.pixel(i)] = 0;
                    pixels.remove(piece.pixel(i));
                }
            }
        });
    }
}
