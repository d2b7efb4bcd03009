package photoset.cpu.patterns;

import photoset.imaging.regions.BitMask;

/**
 * What is seen across a line, from some pixels on one side of it to as many on the other, less what changes evenly between its
 * sides: of a light that differs from one to the other and of the edge of one nothing is left.
 */
final class LineProfile {
    /** To each side of the middle. */
    static final int HALF = 4;

    private static final int SIZE = 2 * HALF + 1;

    /** The outer two on each side are what is beside the line; their middle lies so far from the first. */
    private static final float OUTER = .5f;

    /** Rows of which the mean is taken before one can be told to differ. */
    private static final int FIRST_ROWS = 3;

    /** What differs by more from the mean of the rows before, in shares of it, is the end of the line. */
    private static final float UNEVEN_MAX = .5f;

    private final float[] plane;
    private final BitMask known;
    private final float dx;
    private final float dy;
    private final float[] means = new float[SIZE];
    private final float[] row = new float[SIZE];

    /** Nothing was seen yet of a line in this direction, of length 1. */
    LineProfile(float[] plane, BitMask known, float dx, float dy) {
        this.plane = plane;
        this.known = known;
        this.dx = dx;
        this.dy = dy;
    }

    /**
     * Follows a line as long as it stays the same, and takes the mean of it.
     *
     * @param step 1 along the direction, -1 against it
     * @return for how many pixels it does
     */
    int follow(float x, float y, int step, int most) {
        float[] sums = new float[SIZE];
        int rows = 0;
        while (rows < most && read(x + step * rows * dx, y + step * rows * dy)) {
            if (rows >= FIRST_ROWS && difference() > UNEVEN_MAX * strength()) {
                break;
            }
            rows++;
            for (int k = 0; k < SIZE; k++) {
                sums[k] += row[k];
                means[k] = sums[k] / rows;
            }
        }
        return rows;
    }

    private boolean read(float x, float y) {
        for (int k = 0; k < SIZE; k++) {
            row[k] = between(x - (k - HALF) * dy, y + (k - HALF) * dx);
            if (Float.isNaN(row[k])) {
                return false;
            }
        }
        float left = (row[0] + row[1]) / 2;
        float right = (row[SIZE - 2] + row[SIZE - 1]) / 2;
        for (int k = 0; k < SIZE; k++) {
            row[k] -= left + (right - left) * (k - OUTER) / (SIZE - 1 - 2 * OUTER);
        }
        return true;
    }

    /** What the plane has between pixels; {@link Float#NaN} where one of them is not known. */
    private float between(float x, float y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        int columns = known.columns();
        int at = top * columns + left;
        boolean isInside = left >= 0 && left + 1 < columns && top >= 0 && top + 1 < known.rows();
        if (!isInside
                || !known.has(at)
                || !known.has(at + 1)
                || !known.has(at + columns)
                || !known.has(at + columns + 1)) {
            return Float.NaN;
        }
        float upper = plane[at] + (x - left) * (plane[at + 1] - plane[at]);
        float lower = plane[at + columns] + (x - left) * (plane[at + columns + 1] - plane[at + columns]);
        return upper + (y - top) * (lower - upper);
    }

    /** The middle of a line is known to a pixel. */
    private float difference() {
        return Math.min(difference(row, means, 0), Math.min(difference(row, means, 1), difference(means, row, 1)));
    }

    private static float difference(float[] one, float[] other, int shift) {
        float sum = 0;
        for (int k = shift; k < SIZE; k++) {
            sum += Math.abs(one[k] - other[k - shift]);
        }
        return sum / (SIZE - shift);
    }

    private static float meanOf(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += Math.abs(value);
        }
        return sum / SIZE;
    }

    /** The mean distance from the mean, in the units of the plane. */
    float strength() {
        return meanOf(means);
    }

    /** The correlation with the profile of another line. */
    float alike(LineProfile other) {
        return alike(means, other.means);
    }

    /** How little of the line is seen at a place: 0 all of it, 1 nothing, or less than half as strong. */
    float lacking(float x, float y) {
        if (!read(x, y) || meanOf(row) < strength() / 2) {
            return 1;
        }
        return 1 - Math.max(0, alike(row, means));
    }

    private static float alike(float[] one, float[] other) {
        return Math.max(alike(one, other, 0), Math.max(alike(one, other, 1), alike(other, one, 1)));
    }

    private static float alike(float[] one, float[] other, int shift) {
        double product = 0;
        double first = 0;
        double second = 0;
        for (int k = shift; k < SIZE; k++) {
            product += one[k] * other[k - shift];
            first += one[k] * one[k];
            second += other[k - shift] * other[k - shift];
        }
        return first > 0 && second > 0 ? (float) (product / Math.sqrt(first * second)) : 0;
    }
}
