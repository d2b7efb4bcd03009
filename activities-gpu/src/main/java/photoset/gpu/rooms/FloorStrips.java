package photoset.gpu.rooms;

import java.util.Arrays;
import java.util.stream.IntStream;
import photoset.imaging.Plane;
import photoset.imaging.Raster;
import photoset.imaging.regions.BitMask;

/**
 * Strips of floor along a wall that were taken for the wall or for things: above the floor's end its color goes on
 * without a step and then stops at an edge, beyond which a wall of another color stands. The edge is the wall's foot.
 */
final class FloorStrips {
    /** How wide a strip may be, as a share of the picture's height: the network's line is seldom farther off. */
    private static final double REACH = .05;

    /** What is narrower is found when edges are refined at the photo's size; anticipating it cost two sample rooms .001. */
    private static final int ROWS_MIN = 3;

    /** A step of less is no edge, in 8-bit values a channel: grain, the veins of wood. */
    private static final double SAME_MAX = 12;

    /** How far a wall's color is from the floor's: below, what ends there may be a shadow or a joint. */
    private static final double WALL_MIN = 20;

    /** How fast the color that is expected follows what is seen: floors darken towards walls. */
    private static final double FOLLOW = .3;

    /** A joint of a floor has fewer rows. */
    private static final int ROWS = 4;

    /** Nearer to an edge colors are mixed. */
    private static final int MIXED = 2;

    /** Columns to either side that must agree on where the edge is, and how many of all. */
    private static final int BESIDE = 4;

    private static final int AGREED_MIN = 6;

    /** What may be a molding is none of the floor. */
    private static final float MAYBE_MOLDING = .3f;

    private static final int NONE = -1;

    private final int width;
    private final int reach;
    private final SurfaceShares shares;
    private final Raster picture;
    private final float[] molding;
    private final BitMask floor;
    private final BitMask walls;

    /** Of a picture of as many pixels as shares. */
    FloorStrips(SurfaceShares shares, Raster picture, float[] molding, Plane floor, Plane wall) {
        this.width = picture.width();
        this.reach = (int) Math.round(REACH * picture.height());
        this.shares = shares;
        this.picture = picture;
        this.molding = molding;
        this.floor = BitMask.notNegative(floor);
        this.walls = BitMask.notNegative(wall);
    }

    /** Gives them to the floor. */
    void give() {
        int[] ends = new int[width];
        int[] feet = new int[width];
        for (int column = 0; column < width; column++) {
            ends[column] = end(column);
            feet[column] = ends[column] == NONE ? NONE : foot(column, ends[column]);
        }
        for (int column = 0; column < width; column++) {
            int foot = agreed(feet, column);
            if (foot != NONE && ends[column] - foot <= reach) {
                give(column, foot, ends[column]);
            }
        }
    }

    private void give(int column, int foot, int end) {
        for (int row = foot; row < end; row++) {
            int pixel = row * width + column;
            shares.floor()[pixel] += shares.wall()[pixel] + shares.other()[pixel];
            shares.wall()[pixel] = 0;
            shares.other()[pixel] = 0;
        }
    }

    /** The highest row of floor in a column. */
    private int end(int column) {
        for (int row = 0; row < picture.height(); row++) {
            if (floor.has(row * width + column)) {
                return row;
            }
        }
        return NONE;
    }

    /** The first row below the wall, where the color of the floor ends; none if there is no such place. */
    private int foot(int column, int end) {
        if (end + MIXED + ROWS > picture.height() || end - reach - MIXED - ROWS < 0) {
            return NONE;
        }
        double[] expected = mean(column, end + MIXED);
        int row = end - 1;
        while (row >= end - reach && molding[row * width + column] < MAYBE_MOLDING && goesOn(expected, column, row)) {
            row--;
        }
        boolean isWall = walls.has((row - MIXED) * width + column);
        boolean ends = isWall && apart(expected, mean(column, row - MIXED - ROWS + 1)) >= WALL_MIN;
        return row >= end - reach && row < end - ROWS_MIN && ends ? row + 1 : NONE;
    }

    private boolean goesOn(double[] expected, int column, int row) {
        double[] seen = at(column, row);
        if (apart(expected, seen) > SAME_MAX) {
            return IntStream.range(1, ROWS).anyMatch(above -> apart(expected, at(column, row - above)) <= SAME_MAX);
        }
        for (int channel = 0; channel < seen.length; channel++) {
            expected[channel] += FOLLOW * (seen[channel] - expected[channel]);
        }
        return true;
    }

    /** The median of the rows around a column; none if too few have one. */
    private int agreed(int[] feet, int column) {
        int from = Math.max(0, column - BESIDE);
        int to = Math.min(width, column + BESIDE + 1);
        int[] found = Arrays.stream(feet, from, to)
                .filter(row -> row != NONE)
                .sorted()
                .toArray();
        return found.length < AGREED_MIN ? NONE : found[found.length / 2];
    }

    private double[] at(int column, int row) {
        int at = 3 * (row * width + column);
        return new double[] {picture.rgb()[at] & 255, picture.rgb()[at + 1] & 255, picture.rgb()[at + 2] & 255};
    }

    /** Of some rows, from one on downwards. */
    private double[] mean(int column, int from) {
        double[] mean = new double[3];
        for (int row = from; row < from + ROWS; row++) {
            double[] seen = at(column, row);
            for (int channel = 0; channel < mean.length; channel++) {
                mean[channel] += seen[channel] / ROWS;
            }
        }
        return mean;
    }

    /** Root of the mean square over the channels. */
    private static double apart(double[] one, double[] other) {
        double sum = 0;
        for (int channel = 0; channel < one.length; channel++) {
            sum += (one[channel] - other[channel]) * (one[channel] - other[channel]);
        }
        return Math.sqrt(sum / one.length);
    }
}
