package photoset.cpu.edges;

import photoset.cpu.grid.Grid;
import photoset.cpu.grid.Reach;

/** What is known of a mask before it is refined: nodes inside, nodes outside, and the band along the edge where neither is. */
final class Trimap {
    private final int columns;
    private final boolean[] inside;
    private final boolean[] band;

    /**
     * Over the nodes of a grid.
     *
     * @param inside the coarse decision, kept
     * @param reach how far the band goes from the edge to both sides, in nodes
     */
    Trimap(Grid grid, boolean[] inside, int reach) {
        this.columns = grid.columns();
        this.inside = inside;
        boolean[] edge = new boolean[inside.length];
        for (int node = 0; node < inside.length; node++) {
            mark(edge, node, (node + 1) % columns == 0 ? node : node + 1);
            mark(edge, node, node + columns < inside.length ? node + columns : node);
        }
        this.band = Reach.square(edge, columns, reach - 1);
    }

    private void mark(boolean[] edge, int one, int other) {
        if (inside[one] != inside[other]) {
            edge[one] = true;
            edge[other] = true;
        }
    }

    boolean isInside(int node) {
        return inside[node];
    }

    boolean isBand(int node) {
        return band[node];
    }

    /** Whether a rectangle of nodes, cut at the border, touches the band. */
    boolean touchesBand(int column, int row, int width, int height) {
        int right = Math.min(columns, column + width);
        int bottom = Math.min(band.length / columns, row + height);
        for (int y = row; y < bottom; y++) {
            for (int node = y * columns + column; node < y * columns + right; node++) {
                if (band[node]) {
                    return true;
                }
            }
        }
        return false;
    }
}
