package photoset.cpu.edges;

import photoset.imaging.regions.BitMask;

/** What is known of a mask before it is refined: nodes inside, nodes outside, and the band along the edge where neither is. */
record Trimap(BitMask inside, BitMask band) {
    /**
     * Over the nodes of a grid.
     *
     * @param inside the coarse decision, kept
     * @param reach how far the band goes from the edge to both sides, in nodes
     */
    static Trimap of(BitMask inside, int reach) {
        return new Trimap(inside, inside.edges().grown(reach - 1));
    }

    boolean isInside(int node) {
        return inside.has(node);
    }

    boolean isBand(int node) {
        return band.has(node);
    }

    /** Whether a rectangle of nodes, cut at the border, touches the band. */
    boolean touchesBand(int column, int row, int width, int height) {
        int columns = band.columns();
        int right = Math.min(columns, column + width);
        int bottom = Math.min(band.rows(), row + height);
        for (int y = row; y < bottom; y++) {
            if (band.next(y * columns + column, y * columns + right) < y * columns + right) {
                return true;
            }
        }
        return false;
    }
}
