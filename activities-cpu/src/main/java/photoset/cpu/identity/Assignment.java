package photoset.cpu.identity;

import java.util.Arrays;

/**
 * The one-to-one assignment of the greatest sum, by shortest augmenting paths with potentials (Kuhn 1955, Munkres 1957;
 * in the form of Jonker and Volgenant: A Shortest Augmenting Path Algorithm for Dense and Sparse Linear Assignment
 * Problems, 1987). Cubic in the number of rows; deterministic.
 */
final class Assignment {
    /** Nobody. */
    static final int NONE = -1;

    private final double[][] cost;
    private final int rows;
    private final int columns;
    private final double[] rowPotential;
    private final double[] columnPotential;

    /** By column from 1, its row; row 0 and column 0 stand for the row that looks for a column. */
    private final int[] rowOf;

    private final int[] before;

    private Assignment(double[][] cost, int columns) {
        this.cost = cost;
        this.rows = cost.length;
        this.columns = columns;
        this.rowPotential = new double[rows + 1];
        this.columnPotential = new double[columns + 1];
        this.rowOf = new int[columns + 1];
        this.before = new int[columns + 1];
    }

    /**
     * Assigns rows to columns where that is a gain.
     *
     * @param gain of each row (all of one length) with each column; those not above 0 are never assigned
     * @return for each row its column, or {@link #NONE}
     */
    static int[] best(double[][] gain) {
        int[] wanted = new int[gain.length];
        long taken = 0;
        boolean free = gain.length == 0 || gain[0].length <= Long.SIZE;
        for (int row = 0; row < gain.length && free; row++) {
            wanted[row] = greatest(gain[row]);
            long column = wanted[row] == NONE ? 0 : 1L << wanted[row];
            free = (taken & column) == 0;
            taken |= column;
        }
        // Where no two rows want the same column, each gets the best it can.
        return free ? wanted : augmented(gain);
    }

    private static int greatest(double[] gains) {
        int greatest = NONE;
        for (int column = 0; column < gains.length; column++) {
            if (gains[column] > (greatest == NONE ? 0 : gains[greatest])) {
                greatest = column;
            }
        }
        return greatest;
    }

    private static int[] augmented(double[][] gain) {
        int rows = gain.length;
        int columns = gain[0].length;
        // Columns that gain nothing are added until rows do not outnumber them.
        double[][] cost = new double[rows][Math.max(rows, columns)];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cost[row][column] = -Math.max(0, gain[row][column]);
            }
        }
        var assignment = new Assignment(cost, Math.max(rows, columns));
        for (int row = 1; row <= rows; row++) {
            assignment.add(row);
        }
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, NONE);
        for (int column = 1; column <= columns; column++) {
            int row = assignment.rowOf[column] - 1;
            if (row >= 0 && gain[row][column - 1] > 0) {
                columnOf[row] = column - 1;
            }
        }
        return columnOf;
    }

    private void add(int row) {
        rowOf[0] = row;
        int column = 0;
        var least = new double[columns + 1];
        var used = new boolean[columns + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        do {
            used[column] = true;
            column = next(column, least, used);
        } while (rowOf[column] != 0);
        while (column != 0) {
            int from = before[column];
            rowOf[column] = rowOf[from];
            column = from;
        }
    }

    /** Goes on along the cheapest edge and moves the potentials so that it costs nothing. */
    private int next(int column, double[] least, boolean[] used) {
        int row = rowOf[column];
        double delta = Double.POSITIVE_INFINITY;
        int next = 0;
        for (int to = 1; to <= columns; to++) {
            if (!used[to]) {
                double reduced = cost[row - 1][to - 1] - rowPotential[row] - columnPotential[to];
                if (reduced < least[to]) {
                    least[to] = reduced;
                    before[to] = column;
                }
                if (least[to] < delta) {
                    delta = least[to];
                    next = to;
                }
            }
        }
        for (int to = 0; to <= columns; to++) {
            if (used[to]) {
                rowPotential[rowOf[to]] += delta;
                columnPotential[to] -= delta;
            } else {
                least[to] -= delta;
            }
        }
        return next;
    }
}
