package photoset.cpu.edges;

import java.util.Arrays;
import photoset.imaging.Mask;
import photoset.imaging.regions.BitMask;

/**
 * Pieces of a thing's mask that are smaller than a network could draw and hang together with nothing: what pixel by pixel
 * decisions leave of a rim that is thinner than they see.
 */
final class SmallIslands {
    /** A network draws no fewer cells as a thing. */
    private static final double CELLS = 8;

    private final Mask mask;
    private final Trimap trimap;
    private final Grid grid;
    private final BitMask seen;
    private final double pixelsMax;

    /** The piece that is looked at. */
    private int[] pixels = new int[64];

    private int count;
    private boolean isJoined;

    private SmallIslands(Mask mask, Trimap trimap, Grid grid) {
        this.mask = mask;
        this.trimap = trimap;
        this.grid = grid;
        this.seen = new BitMask(mask.width(), mask.height());
        this.pixelsMax = CELLS * grid.cellPx() * grid.cellPx();
    }

    /** Takes them out of a mask that was drawn for this trimap; elsewhere than in its band there are none. */
    static void clear(Mask mask, Trimap trimap, Grid grid) {
        var islands = new SmallIslands(mask, trimap, grid);
        for (int node = trimap.band().next(0);
                node < grid.size();
                node = trimap.band().next(node + 1)) {
            islands.clear(node % grid.columns() * grid.step(), node / grid.columns() * grid.step());
        }
    }

    private void clear(int left, int top) {
        int right = Math.min(mask.width(), left + grid.step());
        int bottom = Math.min(mask.height(), top + grid.step());
        for (int y = top; y < bottom; y++) {
            for (int pixel = y * mask.width() + left; pixel < y * mask.width() + right; pixel++) {
                clear(pixel);
            }
        }
    }

    /** Clears the piece that a pixel belongs to, if it is one. */
    private void clear(int start) {
        count = 0;
        isJoined = false;
        add(start);
        for (int i = 0; i < count; i++) {
            addNeighbors(pixels[i]);
        }
        for (int i = 0; i < count && !isJoined && count < pixelsMax; i++) {
            mask.levels()[pixels[i]] = 0;
        }
    }

    private void addNeighbors(int pixel) {
        int width = mask.width();
        int x = pixel % width;
        if (x > 0) {
            add(pixel - 1);
        }
        if (x + 1 < width) {
            add(pixel + 1);
        }
        if (pixel >= width) {
            add(pixel - width);
        }
        if (pixel + width < mask.levels().length) {
            add(pixel + width);
        }
    }

    private void add(int pixel) {
        if (mask.at(pixel) < Mask.COVERED) {
            return;
        }
        if (!isBand(pixel)) {
            isJoined = true;
        } else if (!seen.has(pixel)) {
            seen.add(pixel);
            if (count == pixels.length) {
                pixels = Arrays.copyOf(pixels, 2 * count);
            }
            pixels[count++] = pixel;
        }
    }

    private boolean isBand(int pixel) {
        int row = pixel / mask.width() / grid.step();
        return trimap.isBand(row * grid.columns() + pixel % mask.width() / grid.step());
    }
}
