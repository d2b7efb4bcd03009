package photoset.cpu.patterns;

/**
 * The discrete Fourier transform of a plane of powers of two (Cooley and Tukey 1965, radix 2). Many columns are
 * transformed side by side, which a processor does at once and a cache holds; then the plane is turned for the rows.
 */
final class Fourier {
    /** Columns side by side: with 1000 rows they stay in the cache of one core. */
    private static final int STRIP = 32;

    private final int columns;
    private final int rows;
    private final float[] cosines;
    private final float[] sines;
    private final float[] real;
    private final float[] imaginary;

    /** For planes of this size; both are powers of two, and more than 1. */
    Fourier(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        int turns = Math.max(columns, rows);
        this.cosines = new float[turns];
        this.sines = new float[turns];
        for (int i = 0; i < turns; i++) {
            double angle = 2 * StrictMath.PI * i / turns;
            cosines[i] = (float) StrictMath.cos(angle);
            sines[i] = (float) StrictMath.sin(angle);
        }
        this.real = new float[turns * STRIP];
        this.imaginary = new float[turns * STRIP];
    }

    /** Two parts of a plane. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Parts(float[] real, float[] imaginary) {}

    /**
     * Transforms both parts. Twice, with the parts exchanged in between, gives what was there times the number of places.
     *
     * @param filled columns from the left on beyond which there is nothing but 0
     */
    Parts transform(Parts parts, int filled) {
        return alongColumns(alongColumns(parts, filled, columns, rows), rows, rows, columns);
    }

    private Parts alongColumns(Parts parts, int filled, int across, int down) {
        var turned = new Parts(new float[across * down], new float[across * down]);
        for (int left = 0; left < filled; left += STRIP) {
            int wide = Math.min(STRIP, filled - left);
            read(parts, left, across, down, wide);
            butterflies(down, wide);
            for (int x = 0; x < wide; x++) {
                for (int y = 0, to = (left + x) * down; y < down; y++, to++) {
                    turned.real[to] = real[y * wide + x];
                    turned.imaginary[to] = imaginary[y * wide + x];
                }
            }
        }
        return turned;
    }

    /** In the order of reversed bits. */
    private void read(Parts parts, int left, int across, int down, int wide) {
        int shift = 1 + Integer.numberOfLeadingZeros(down);
        for (int y = 0; y < down; y++) {
            int to = (Integer.reverse(y) >>> shift) * wide;
            System.arraycopy(parts.real, y * across + left, real, to, wide);
            System.arraycopy(parts.imaginary, y * across + left, imaginary, to, wide);
        }
    }

    private void butterflies(int count, int wide) {
        int turns = cosines.length;
        for (int half = 1; half < count; half *= 2) {
            int turn = turns / (2 * half);
            for (int block = 0; block < count; block += 2 * half) {
                for (int k = 0; k < half; k++) {
                    butterfly((block + k) * wide, half * wide, wide, k * turn);
                }
            }
        }
    }

    private void butterfly(int even, int apart, int wide, int angle) {
        float[] re = real;
        float[] im = imaginary;
        float cosine = cosines[angle];
        float sine = -sines[angle];
        for (int i = even; i < even + wide; i++) {
            float oddReal = re[i + apart] * cosine - im[i + apart] * sine;
            float oddImaginary = re[i + apart] * sine + im[i + apart] * cosine;
            re[i + apart] = re[i] - oddReal;
            im[i + apart] = im[i] - oddImaginary;
            re[i] += oddReal;
            im[i] += oddImaginary;
        }
    }
}
