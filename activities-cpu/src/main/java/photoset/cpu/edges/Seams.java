package photoset.cpu.edges;

import photoset.imaging.RgbPlanes;
import photoset.imaging.regions.BitMask;
import photoset.imaging.regions.Bonds;

/**
 * Where a photo goes on from node to node without an edge.
 *
 * @param seamless without a clear edge
 * @param even without even a faint one, as that of one grey thing before another
 */
record Seams(Bonds seamless, Bonds even) {
    /** A step between neighbors above this is an edge: encoded sRGB, 0 to 1, in the channel that differs most. */
    private static final float EDGE = .025f;

    /** The noise of a node's mean stays below it. */
    private static final float FAINT_EDGE = .012f;

    /** From the mean colors of all nodes. */
    static Seams of(RgbPlanes color, int columns, int rows) {
        var seamless = new Bonds(new BitMask(columns, rows), new BitMask(columns, rows));
        var even = new Bonds(new BitMask(columns, rows), new BitMask(columns, rows));
        float[] steps = new float[columns];
        for (int row = 0; row < rows; row++) {
            int first = row * columns;
            measure(color, first, 1, columns - 1, steps);
            seamless.right().addBelow(EDGE, steps, columns - 1, first);
            even.right().addBelow(FAINT_EDGE, steps, columns - 1, first);
            if (row < rows - 1) {
                measure(color, first, columns, columns, steps);
                seamless.down().addBelow(EDGE, steps, columns, first);
                even.down().addBelow(FAINT_EDGE, steps, columns, first);
            }
        }
        return new Seams(seamless, even);
    }

    private static void measure(RgbPlanes color, int first, int distance, int count, float[] steps) {
        float[] red = color.red();
        float[] green = color.green();
        float[] blue = color.blue();
        for (int i = 0; i < count; i++) {
            int node = first + i;
            int beside = node + distance;
            float most = Math.max(Math.abs(red[node] - red[beside]), Math.abs(green[node] - green[beside]));
            steps[i] = Math.max(most, Math.abs(blue[node] - blue[beside]));
        }
    }
}
