package photoset.cpu.shadows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import photoset.imaging.regions.BitMask;
import photoset.imaging.regions.ConnectedComponents;
import photoset.imaging.regions.Connectivity;

/**
 * Where a thing stands: its lower contour, from the left to the right, up to where that becomes a side of the thing or is
 * too high to stand on anything, as a handle is. In cells of a grid.
 */
final class Foot {
    /** The band around the foot that holds a shadow, as a share of the thing's height. */
    private static final double BAND_SHARE = .10;

    /** Parts of the lower contour that are higher than this share of the thing's height stand on nothing. */
    private static final double RISE_MAX = .25;

    /** A piece of the contour that does not come down to this share is a handle or a lid. */
    private static final double PIECE_RISE_MAX = .15;

    /** What lies straight beside the foot is so far beyond its end, in widths of the band; what lies behind it, twice. */
    private static final double QUARTER_TURN = 1;

    /** A contour that goes up by more cells from one column to the next is a side. */
    private static final int STEP_MAX = 2;

    /** What is lower is a speck of the mask. */
    private static final int HEIGHT_MIN = 8;

    /** The band is at least so wide, or nothing could be measured in it. */
    private static final double BAND_MIN = 2;

    private final int[] columns;
    private final int[] rows;
    private final double[] along;
    private final double reach;

    private Foot(int[] columns, int[] rows, double reach) {
        this.columns = columns;
        this.rows = rows;
        this.reach = reach;
        this.along = new double[columns.length];
        for (int i = 1; i < along.length; i++) {
            along[i] =
                    along[i - 1] + Math.min(2 * reach, Math.hypot(columns[i] - columns[i - 1], rows[i] - rows[i - 1]));
        }
    }

    /** The feet of all things that are large enough to be one. */
    static List<Foot> of(BitMask things) {
        List<Foot> feet = new ArrayList<>();
        ConnectedComponents.forEach(things, Connectivity.EIGHT, thing -> {
            int[] lowest = new int[things.columns()];
            Arrays.fill(lowest, -1);
            int top = things.rows();
            int bottom = 0;
            for (int i = 0; i < thing.size(); i++) {
                int row = thing.pixel(i) / things.columns();
                int column = thing.pixel(i) % things.columns();
                lowest[column] = Math.max(lowest[column], row);
                top = Math.min(top, row);
                bottom = Math.max(bottom, row);
            }
            int height = bottom - top + 1;
            if (height >= HEIGHT_MIN) {
                feet.add(of(lowest, bottom, height));
            }
        });
        return feet;
    }

    private static Foot of(int[] lowest, int bottom, int height) {
        int[] columns = new int[lowest.length];
        int count = 0;
        for (int column = 0; column < lowest.length; ) {
            int end = column + 1;
            int low = lowest[column];
            while (end < lowest.length && isLevel(lowest, end - 1, end)) {
                low = Math.max(low, lowest[end++]);
            }
            // A single column between two steps is a piece of a side.
            boolean stands = low >= bottom - PIECE_RISE_MAX * height && end - column > 1;
            for (; column < end; column++) {
                if (stands && lowest[column] >= bottom - RISE_MAX * height) {
                    columns[count++] = column;
                }
            }
        }
        int[] kept = Arrays.copyOf(columns, count);
        return new Foot(
                kept,
                Arrays.stream(kept).map(column -> lowest[column]).toArray(),
                Math.max(BAND_MIN, BAND_SHARE * height));
    }

    private static boolean isLevel(int[] lowest, int column, int beside) {
        return lowest[column] >= 0 && lowest[beside] >= 0 && Math.abs(lowest[beside] - lowest[column]) <= STEP_MAX;
    }

    boolean isEmpty() {
        return columns.length == 0;
    }

    /** Half the width of the band, in cells. */
    double reach() {
        return reach;
    }

    int left() {
        return columns[0];
    }

    int right() {
        return columns[columns.length - 1];
    }

    /** The highest row of the contour. */
    int top() {
        return Arrays.stream(rows).min().orElse(0);
    }

    /** The lowest row of the contour. */
    int bottom() {
        return Arrays.stream(rows).max().orElse(0);
    }

    /** How long the contour is with what lies beside and behind its two ends, in cells. */
    double length() {
        return along[along.length - 1] + 4 * QUARTER_TURN * reach;
    }

    /** How far along that the ray lies which leads from the contour's place at {@code index} to a cell, in cells. */
    double along(int index, int column, int row) {
        double beyond = 0;
        if (index == 0) {
            beyond = -turn(columns[0] - column, row - rows[0]);
        } else if (index == columns.length - 1) {
            beyond = turn(column - columns[index], row - rows[index]);
        }
        return along[index] + (2 * QUARTER_TURN + beyond) * reach;
    }

    /** Of a ray at the end, away from straight down; 0 towards the contour itself. */
    private static double turn(int outward, int down) {
        return outward <= 0 && down >= 0 ? 0 : QUARTER_TURN * 2 / Math.PI * Math.atan2(Math.max(0, outward), down);
    }

    /** The index of the contour's place that is nearest to a cell. */
    int nearest(int column, int row) {
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < columns.length; i++) {
            int across = columns[i] - column;
            int down = rows[i] - row;
            int away = across * across + down * down;
            if (away < least) {
                least = away;
                nearest = i;
            }
        }
        return nearest;
    }

    /** How far a cell is from a place of the contour, in cells. */
    double away(int index, int column, int row) {
        return Math.hypot(columns[index] - column, rows[index] - row);
    }
}
