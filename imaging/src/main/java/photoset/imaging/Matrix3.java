package photoset.imaging;

/** A linear map of three numbers, as from one colour space to another. */
public final class Matrix3 {
    private static final int SIDE = 3;

    private final double[] cells;

    private Matrix3(double[] cells) {
        this.cells = cells;
    }

    /** Nine numbers, row by row. */
    public static Matrix3 of(double... cells) {
        if (cells.length != SIDE * SIDE) {
            throw new IllegalArgumentException("%d numbers are no 3 x 3 matrix.".formatted(cells.length));
        }
        return new Matrix3(cells.clone());
    }

    /** The number in a row and a column, both from 0 on. */
    public double at(int row, int column) {
        return cells[row * SIDE + column];
    }

    /** First {@code right}, then this. */
    public Matrix3 times(Matrix3 right) {
        double[] product = new double[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                for (int k = 0; k < SIDE; k++) {
                    product[row * SIDE + column] += at(row, k) * right.at(k, column);
                }
            }
        }
        return new Matrix3(product);
    }

    /** What becomes of three numbers, in an array of their own. */
    public double[] times(double[] vector) {
        double[] product = new double[SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int k = 0; k < SIDE; k++) {
                product[row] += at(row, k) * vector[k];
            }
        }
        return product;
    }
}
