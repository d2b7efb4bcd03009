package photoset.cpu.light;

import java.util.Arrays;
import photoset.imaging.regions.BitMask;
import photoset.imaging.regions.Bonds;
import photoset.imaging.regions.ConnectedComponents;

/**
 * A surface cut along its steep edges, whatever they are: cells that hang together without a jump of lightness or colour.
 * Patches too small to be a wall are given to the patch next to them.
 */
final class PaintRegions {
    /** No patch. */
    static final int NONE = -1;

    /** Differences of two neighbours in natural logarithms, beyond what plaster, grain and soft light do. */
    private static final float JUMP_LUMINANCE = .16f;

    private static final float JUMP_CHROMA = .12f;

    /** A smaller share of the surface is a picture on the wall or a fault of the mask. */
    private static final double SHARE_MIN = .02;

    private final SurfaceCells cells;
    private final SurfaceLogs logs;
    private final int[] labels;
    private int count;

    private PaintRegions(SurfaceCells cells, SurfaceLogs logs) {
        this.cells = cells;
        this.logs = logs;
        this.labels = new int[cells.grid().cells()];
    }

    static PaintRegions of(SurfaceCells cells, SurfaceLogs logs) {
        var patches = new PaintRegions(cells, logs);
        patches.label();
        patches.grow();
        return patches;
    }

    int count() {
        return count;
    }

    /** The patch of a cell; {@link #NONE} outside the surface. */
    int at(int cell) {
        return labels[cell];
    }

    private void label() {
        Arrays.fill(labels, NONE);
        var grid = cells.grid();
        var seen = new BitMask(grid.columns(), grid.rows());
        for (int i = 0; i < labels.length; i++) {
            if (cells.isSeen(i)) {
                seen.add(i);
            }
        }
        double least = SHARE_MIN * seen.count();
        var bonds = Bonds.of(grid.columns(), grid.rows(), this::hangTogether);
        ConnectedComponents.forEach(seen, bonds, piece -> {
            if (piece.size() >= least) {
                for (int i = 0; i < piece.size(); i++) {
                    labels[piece.pixel(i)] = count;
                }
                count++;
            }
        });
    }

    private boolean hangTogether(int one, int other) {
        return Math.abs(logs.luminance(one) - logs.luminance(other)) < JUMP_LUMINANCE
                && Math.abs(logs.redGreen(one) - logs.redGreen(other)) < JUMP_CHROMA
                && Math.abs(logs.blueGreen(one) - logs.blueGreen(other)) < JUMP_CHROMA;
    }

    /** The cell to the left, right, above or below; -1 beyond the border. */
    int neighbour(int cell, int direction) {
        int columns = cells.grid().columns();
        int x = cell % columns;
        return switch (direction) {
            case 0 -> x > 0 ? cell - 1 : -1;
            case 1 -> x < columns - 1 ? cell + 1 : -1;
            case 2 -> cell - columns;
            default -> cell + columns < labels.length ? cell + columns : -1;
        };
    }

    /** Gives the rest of the surface to the nearest patch, ring by ring. */
    private void grow() {
        int[] queue = new int[labels.length];
        int size = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != NONE) {
                queue[size++] = i;
            }
        }
        for (int next = 0; next < size; next++) {
            for (int direction = 0; direction < 4; direction++) {
                int to = neighbour(queue[next], direction);
                if (to >= 0 && labels[to] == NONE && cells.isSeen(to)) {
                    labels[to] = labels[queue[next]];
                    queue[size++] = to;
                }
            }
        }
    }
}
