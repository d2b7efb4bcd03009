package photoset.cpu.patterns;

import photoset.cpu.patterns.Fourier.Parts;

/**
 * How alike a plane is to itself after each move, over what is known of it: the correlation of masked planes by Fourier
 * transform (Padfield 2012), whose peaks are the dominant offsets of a pattern (He and Sun 2012).
 */
public final class Repetition {
    /** A move after which less of the plane lies on itself is believed less, in shares of all that is known. */
    private static final float OVERLAP = .15f;

    private final int columns;
    private final int rows;
    private final int padded;
    private final int paddedRows;
    private final float[] products;
    private final float[] energies;
    private final float all;
    private final int known;

    /**
     * Looks at a plane.
     *
     * @param values with a mean of about 0, and 0 where nothing is known
     * @param weights 1 where something is known, else 0
     */
    public Repetition(float[] values, float[] weights, int columns) {
        this.columns = columns;
        this.rows = values.length / columns;
        this.padded = padded(columns);
        this.paddedRows = padded(rows);
        float[] squares = new float[values.length];
        float sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            squares[i] = values[i] * values[i];
            sum += squares[i];
            count += weights[i] > 0 ? 1 : 0;
        }
        this.all = sum;
        this.known = count;
        var sums = correlated(values, weights, squares);
        this.products = sums.imaginary();
        this.energies = sums.real();
    }

    /** A move by up to the whole size each way, without the other end. */
    private static int padded(int size) {
        return size < 2 ? 2 : Integer.highestOneBit(2 * size - 1) * 2;
    }

    /**
     * The sum over all places of what is there and a move away, for each move: of the values times the values as the
     * imaginary part, of the weights times the squares as the real one. Two real planes go through one transform each way.
     */
    private Parts correlated(float[] values, float[] weights, float[] squares) {
        var fourier = new Fourier(padded, paddedRows);
        var two = fourier.transform(padded(values, weights), columns);
        var third = fourier.transform(padded(squares, new float[squares.length]), columns);
        float[] real = new float[padded * paddedRows];
        float[] imaginary = new float[real.length];
        for (int y = 0; y < paddedRows; y++) {
            for (int x = 0; x < padded; x++) {
                int at = y * padded + x;
                int against = (paddedRows - y) % paddedRows * padded + (padded - x) % padded;
                // Two real planes are told apart by the symmetry of their transforms.
                float valueReal = (two.real()[at] + two.real()[against]) / 2;
                float valueImaginary = (two.imaginary()[at] - two.imaginary()[against]) / 2;
                float weightReal = (two.imaginary()[at] + two.imaginary()[against]) / 2;
                float weightImaginary = (two.real()[against] - two.real()[at]) / 2;
                float squareReal = third.real()[at];
                float squareImaginary = third.imaginary()[at];
                float power = valueReal * valueReal + valueImaginary * valueImaginary;
                // Parts are exchanged, so that the transform is its own inverse.
                imaginary[at] = power - (weightReal * squareImaginary - weightImaginary * squareReal);
                real[at] = weightReal * squareReal + weightImaginary * squareImaginary;
            }
        }
        var sums = fourier.transform(new Parts(real, imaginary), padded);
        for (int i = 0; i < real.length; i++) {
            sums.real()[i] /= real.length;
            sums.imaginary()[i] /= real.length;
        }
        return sums;
    }

    private Parts padded(float[] one, float[] other) {
        float[] real = new float[padded * paddedRows];
        float[] imaginary = new float[real.length];
        for (int i = 0; i < one.length; i += columns) {
            System.arraycopy(one, i, real, i / columns * padded, columns);
            System.arraycopy(other, i, imaginary, i / columns * padded, columns);
        }
        return new Parts(real, imaginary);
    }

    /** The standard deviation of what is known. */
    public float deviation() {
        return known == 0 ? 0 : (float) Math.sqrt(all / known);
    }

    /** How alike the plane is to itself after a move: 1 the same, 0 nothing in common. */
    public float at(int across, int down) {
        int there = Math.floorMod(down, paddedRows) * padded + Math.floorMod(across, padded);
        int back = Math.floorMod(-down, paddedRows) * padded + Math.floorMod(-across, padded);
        float here = Math.max(0, energies[there]);
        float moved = Math.max(0, energies[back]);
        float size = (float) Math.sqrt(here * moved) + OVERLAP * all;
        return size > 0 ? products[there] / size : 0;
    }

    /** How alike the plane is to itself at the most after a move by at least so many pixels. */
    public float strongest(int fartherPx) {
        float most = 0;
        for (int down = 0; down < rows; down++) {
            for (int across = 1 - columns; across < columns; across++) {
                if (across * across + down * down >= fartherPx * fartherPx) {
                    most = Math.max(most, at(across, down));
                }
            }
        }
        return most;
    }
}
