package photoset.cpu.surfaces;

/** Small systems of linear equations. */
public final class Linear {
    private Linear() {}

    /** Gauss elimination with row pivots; each row ends with its right side and is changed. */
    public static double[] solve(double[][] rows) {
        int count = rows.length;
        for (int pivot = 0; pivot < count; pivot++) {
            swapLargest(rows, pivot);
            for (int row = pivot + 1; row < count; row++) {
                double share = rows[row][pivot] / rows[pivot][pivot];
                for (int column = pivot; column <= count; column++) {
                    rows[row][column] -= share * rows[pivot][column];
                }
            }
        }
        double[] solution = new double[count];
        for (int row = count - 1; row >= 0; row--) {
            double rest = rows[row][count];
            for (int column = row + 1; column < count; column++) {
                rest -= rows[row][column] * solution[column];
            }
            solution[row] = rest / rows[row][row];
        }
        return solution;
    }

    private static void swapLargest(double[][] rows, int pivot) {
        int largest = pivot;
        for (int row = pivot + 1; row < rows.length; row++) {
            if (Math.abs(rows[row][pivot]) > Math.abs(rows[largest][pivot])) {
                largest = row;
            }
        }
        double[] held = rows[pivot];
        rows[pivot] = rows[largest];
        rows[largest] = held;
    }
}
