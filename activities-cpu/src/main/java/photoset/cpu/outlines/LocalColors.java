package photoset.cpu.outlines;

import org.jspecify.annotations.Nullable;
import photoset.imaging.RgbPlanes;
import photoset.imaging.regions.BitMask;

/** How common colors are among some nodes, around a place: histograms of lightness and tint over squares of nodes. */
final class LocalColors {
    /** Nodes along a side of a square; the eight squares around one count with it. */
    private static final int SQUARE = 32;

    private static final int AROUND = 3;

    /** Every other node of every other row is counted; the ones between are like them. */
    private static final int SPACING = 2;

    /** Fewer tell nothing. */
    private static final int COUNTED_MIN = 25;

    /** Cells of a histogram along lightness and along each tint. One thing differs more in the former. */
    private static final int LIGHT = 18;

    private static final int TINT = 42;

    /** Cells for a tint, encoded sRGB: to twice the noise of a node among greys, coarse where colors are saturated. */
    private static final float FINE = 64;

    private static final float COARSE = 8;

    private static final float GREYISH = .2f;

    /** Cells from one lightness to the next that has none of the same nodes, as each counts in three. */
    private static final int ANOTHER_LIGHT = 3 * TINT * TINT;

    /** So many of them to either side: two fifths of all lightness. */
    private static final int LIGHTS = 2;

    private final RgbPlanes colors;
    private final int columns;
    private final int across;
    private final int[] counts;
    private final short[] @Nullable [] squares;

    /** Counts the colors of some nodes, encoded sRGB, 0 to 1. */
    LocalColors(RgbPlanes colors, BitMask nodes) {
        this.colors = colors;
        this.columns = nodes.columns();
        this.across = (columns - 1) / SQUARE + AROUND;
        this.counts = new int[across * ((nodes.rows() - 1) / SQUARE + AROUND)];
        this.squares = new short[counts.length][];
        for (int row = 0; row < nodes.rows(); row += SPACING) {
            for (int column = 0; column < columns; column += SPACING) {
                if (nodes.has(row * columns + column)) {
                    count(row * columns + column);
                }
            }
        }
    }

    /** In all cells around its own, so that colors at the end of a cell are alike too. */
    private void count(int node) {
        int square = square(node) + across + 1;
        short[] cells = squares[square];
        if (cells == null) {
            cells = new short[LIGHT * TINT * TINT];
            squares[square] = cells;
        }
        int cell = cell(node);
        for (int light = -1; light <= 1; light++) {
            for (int red = -1; red <= 1; red++) {
                int middle = cell + (light * TINT + red) * TINT;
                cells[middle - 1]++;
                cells[middle]++;
                cells[middle + 1]++;
            }
        }
        counts[square]++;
    }

    /** The first of the squares around that of a node. */
    private int square(int node) {
        return node / columns / SQUARE * across + node % columns / SQUARE;
    }

    /** The share of the nodes around one that look like it, 0 to 1; not a number where there are too few. */
    double share(int node) {
        return share(node, cell(node));
    }

    /** The same with those of its tint in another light, as on another side of one thing. */
    double shareInAnyLight(int node) {
        int cell = cell(node);
        double share = 0;
        for (int light = -LIGHTS; light <= LIGHTS; light++) {
            int other = cell + light * ANOTHER_LIGHT;
            share += other >= 0 && other < LIGHT * TINT * TINT ? share(node, other) : 0;
        }
        return share;
    }

    private double share(int node, int cell) {
        int alike = 0;
        int all = 0;
        for (int row = 0; row < AROUND; row++) {
            int first = square(node) + row * across;
            for (int square = first; square < first + AROUND; square++) {
                short[] cells = squares[square];
                alike += cells == null ? 0 : cells[cell];
                all += counts[square];
            }
        }
        return all < COUNTED_MIN ? Double.NaN : (double) alike / all;
    }

    private int cell(int node) {
        float green = colors.green()[node];
        int light = 1 + (int) (lightness(colors, node) * (LIGHT - 2));
        int cell = Math.min(light, LIGHT - 2) * TINT + tint(colors.red()[node] - green);
        return cell * TINT + tint(colors.blue()[node] - green);
    }

    private static int tint(float off) {
        float saturated = Math.max(0, Math.abs(off) - GREYISH);
        float cells = (Math.abs(off) - saturated) * FINE + saturated * COARSE;
        return (int) (TINT / 2f + Math.copySign(cells, off));
    }

    static float lightness(RgbPlanes colors, int node) {
        return .2126f * colors.red()[node] + .7152f * colors.green()[node] + .0722f * colors.blue()[node];
    }
}
