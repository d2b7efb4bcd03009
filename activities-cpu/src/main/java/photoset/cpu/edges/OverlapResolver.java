package photoset.cpu.edges;

import java.util.List;
import photoset.imaging.Mask;
import photoset.imaging.regions.BitMask;

/** Settles the shares where masks that were refined one by one meet. */
final class OverlapResolver {
    private static final int ALL = 255;

    /** Coarse shares that sum up to all but this filled the pixel; rounding and two interpolations stay below it. */
    private static final int ROUNDING = 16;

    private final Grid grid;
    private final byte[][] coarse;
    private final byte[][] fine;

    OverlapResolver(Grid grid, List<Mask> coarse, List<Mask> fine) {
        this.grid = grid;
        this.coarse = coarse.stream().map(Mask::levels).toArray(byte[][]::new);
        this.fine = fine.stream().map(Mask::levels).toArray(byte[][]::new);
    }

    /** Only nodes where a mask is unsure need it. */
    void settle(List<Trimap> trimaps) {
        if (fine.length < 2) {
            return;
        }
        var unsure = new BitMask(grid.columns(), grid.rows());
        for (Trimap trimap : trimaps) {
            unsure = unsure.or(trimap.band());
        }
        unsure = unsure.without(layered(trimaps));
        for (int node = unsure.next(0); node < unsure.size(); node = unsure.next(node + 1)) {
            settle(node % grid.columns(), node / grid.columns());
        }
    }

    /** Near what lies on each other on purpose, as joints on tiles do, masks keep what they have. */
    private BitMask layered(List<Trimap> trimaps) {
        var once = new BitMask(grid.columns(), grid.rows());
        var more = once;
        for (Trimap trimap : trimaps) {
            more = more.or(once.and(trimap.inside()));
            once = once.or(trimap.inside());
        }
        return more.grown(2 * Refinement.reach(grid));
    }

    private void settle(int column, int row) {
        int width = grid.photo().width();
        int right = Math.min(width, (column + 1) * grid.step());
        int bottom = Math.min(grid.photo().height(), (row + 1) * grid.step());
        for (int y = row * grid.step(); y < bottom; y++) {
            for (int pixel = y * width + column * grid.step(); pixel < y * width + right; pixel++) {
                settle(pixel);
            }
        }
    }

    private void settle(int pixel) {
        int now = sum(fine, pixel);
        if (now == 0) {
            return;
        }
        int before = sum(coarse, pixel);
        int wanted = before >= ALL - ROUNDING ? ALL : Math.min(ALL, now);
        int seen = 0;
        int given = 0;
        for (byte[] levels : fine) {
            seen += levels[pixel] & 255;
            int upToHere = (seen * wanted + now / 2) / now;
            levels[pixel] = (byte) (upToHere - given);
            given = upToHere;
        }
    }

    private static int sum(byte[][] masks, int pixel) {
        int sum = 0;
        for (byte[] levels : masks) {
            sum += levels[pixel] & 255;
        }
        return sum;
    }
}
