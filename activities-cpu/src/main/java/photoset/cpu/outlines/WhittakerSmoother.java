package photoset.cpu.outlines;

import java.util.Arrays;

/**
 * Values along a closed line, smoothed where they weigh little: the sum of weighted squared distances to the values and of
 * squared second differences becomes least (Whittaker, On a New Method of Graduation, 1923; Eilers, Analytical Chemistry,
 * 2003). Solved exactly, as the matrix has five diagonals.
 */
final class WhittakerSmoother {
    /** Values that are gone through once more before and after, because a closed line has no beginning. */
    private static final int OVERLAP = 100;

    private final int size;
    private final int overlap;

    /** The diagonal and the two below it; after factoring those of L D L'. */
    private final double[] pivots;

    private final double[] first;
    private final double[] second;

    private WhittakerSmoother(double[] weights) {
        this.size = weights.length;
        this.overlap = Math.min(size, OVERLAP);
        int rows = size + 2 * overlap;
        this.pivots = new double[rows];
        this.first = new double[rows];
        this.second = new double[rows];
        differences();
        for (int row = 0; row < rows; row++) {
            pivots[row] += weights[around(row)];
            factor(row);
        }
    }

    /**
     * Smoothed values; neither array is changed.
     *
     * @param weights positive, as many as values; 1 is as strong as a second difference
     */
    static double[] smoothed(double[] values, double[] weights) {
        return new WhittakerSmoother(weights).solved(values, weights);
    }

    private int around(int row) {
        return Math.floorMod(row - overlap, size);
    }

    private void differences() {
        for (int row = 1; row + 1 < pivots.length; row++) {
            pivots[row - 1] += 1;
            pivots[row] += 4;
            pivots[row + 1] += 1;
            first[row - 1] -= 2;
            first[row] -= 2;
            second[row - 1] += 1;
        }
    }

    private void factor(int row) {
        if (row > 0) {
            pivots[row] -= first[row - 1] * first[row - 1] * pivots[row - 1];
            first[row] -= first[row - 1] * pivots[row - 1] * second[row - 1];
        }
        if (row > 1) {
            pivots[row] -= second[row - 2] * second[row - 2] * pivots[row - 2];
        }
        first[row] /= pivots[row];
        second[row] /= pivots[row];
    }

    private double[] solved(double[] values, double[] weights) {
        double[] solved = new double[pivots.length];
        for (int row = 0; row < solved.length; row++) {
            solved[row] = weights[around(row)] * values[around(row)];
            solved[row] -= row > 0 ? first[row - 1] * solved[row - 1] : 0;
            solved[row] -= row > 1 ? second[row - 2] * solved[row - 2] : 0;
        }
        for (int row = solved.length - 1; row >= 0; row--) {
            solved[row] /= pivots[row];
            solved[row] -= row + 1 < solved.length ? first[row] * solved[row + 1] : 0;
            solved[row] -= row + 2 < solved.length ? second[row] * solved[row + 2] : 0;
        }
        return Arrays.copyOfRange(solved, overlap, overlap + size);
    }
}
