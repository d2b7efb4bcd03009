package photoset.cpu.edges;

import photoset.imaging.Mask;
import photoset.imaging.regions.ConnectedComponents;
import photoset.imaging.regions.Connectivity;

/**
 * Pieces of a thing's mask that are smaller than a network could draw and hang together with nothing: what pixel by pixel
 * decisions leave of a rim that is thinner than they see.
 */
final class SmallIslands {
    /** A network draws no fewer cells as a thing. */
    private static final double CELLS = 8;

    private SmallIslands() {}

    /** Takes them out of a mask that was drawn for this trimap; elsewhere than in its band there are none. */
    static void clear(Mask mask, Trimap trimap, Grid grid) {
        double pixelsMax = CELLS * grid.cellPx() * grid.cellPx();
        var sure = grid.covered(mask, trimap.band().grown(1).without(trimap.band()));
        var near = grid.covered(mask, trimap.band()).or(sure);
        ConnectedComponents.forEach(near, Connectivity.FOUR, piece -> {
            if (piece.size() < pixelsMax && !piece.touches(sure)) {
                for (int i = 0; i < piece.size(); i++) {
                    mask.levels()[piece.pixel(i)] = 0;
                }
            }
        });
    }
}
