package photoset.cpu.patterns;

/** The discrete Fourier transform of a plane of powers of two, in place (Cooley and Tukey 1965, radix 2). */
final class Fourier {
    private final int columns;
    private final int rows;
    private final float[] cosines;
    private final float[] sines;

    /** For planes of this size; both are powers of two. */
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
    }

    /** Transforms both parts. Twice, with the parts exchanged in between, gives what was there times the number of places. */
    void transform(float[] real, float[] imaginary) {
        for (int y = 0; y < rows; y++) {
            line(real, imaginary, y * columns, 1, columns);
        }
        for (int x = 0; x < columns; x++) {
            line(real, imaginary, x, columns, rows);
        }
    }

    private void line(float[] real, float[] imaginary, int from, int step, int count) {
        reverse(real, imaginary, from, step, count);
        int turns = cosines.length;
        for (int half = 1; half < count; half *= 2) {
            int turn = turns / (2 * half);
            for (int block = 0; block < count; block += 2 * half) {
                for (int k = 0; k < half; k++) {
                    float cosine = cosines[k * turn];
                    float sine = -sines[k * turn];
                    int even = from + (block + k) * step;
                    int odd = even + half * step;
                    float oddReal = real[odd] * cosine - imaginary[odd] * sine;
                    float oddImaginary = real[odd] * sine + imaginary[odd] * cosine;
                    real[odd] = real[even] - oddReal;
                    imaginary[odd] = imaginary[even] - oddImaginary;
                    real[even] += oddReal;
                    imaginary[even] += oddImaginary;
                }
            }
        }
    }

    private static void reverse(float[] real, float[] imaginary, int from, int step, int count) {
        int shift = 1 + Integer.numberOfLeadingZeros(count);
        for (int i = 1; i < count; i++) {
            int other = Integer.reverse(i) >>> shift;
            if (other > i) {
                int one = from + i * step;
                int two = from + other * step;
                float held = real[one];
                real[one] = real[two];
                real[two] = held;
                held = imaginary[one];
                imaginary[one] = imaginary[two];
                imaginary[two] = held;
            }
        }
    }
}
