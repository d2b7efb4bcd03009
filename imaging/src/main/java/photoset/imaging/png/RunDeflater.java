package photoset.imaging.png;

import java.util.Arrays;

/**
 * Deflates (RFC 1950, RFC 1951) the filtered rows of masks, ten times faster than zlib's fastest level and no larger: runs
 * of zeros become repetitions of one zero, whatever else stands for itself, all in one code that was fitted to masks.
 */
final class RunDeflater {
    /** RFC 1950, 2.2: deflate with a window of 32 KB, at the fastest level. */
    private static final int FRAME = 0x7801;

    /** RFC 1951, 3.2.5. */
    private static final int SYMBOLS = 286;

    private static final int END = 256;
    private static final int FIRST_LENGTH = 257;
    private static final int LENGTH_MIN = 3;
    private static final int LENGTH_MAX = 258;

    /** RFC 1951, 3.2.7: bits of what announces the lengths of codes, in this order, so that each of 0 to 15 takes four. */
    private static final int[] ANNOUNCED = {0, 0, 0, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4};

    private static final int LENGTH_BITS = 4;
    private static final int ADLER_BASE = 65521;

    private static final int[] BITS = bits();
    private static final int[] CODES = codes(BITS);
    private static final int[] RUN_BITS = new int[LENGTH_MAX + 1];
    private static final int[] RUN_CODES = new int[LENGTH_MAX + 1];

    static {
        for (int symbol = FIRST_LENGTH, length = LENGTH_MIN; symbol < SYMBOLS - 1; symbol++) {
            int index = symbol - FIRST_LENGTH;
            int extra = Math.max(0, index / 4 - 1);
            for (int more = 0; more < 1 << extra; more++, length++) {
                run(symbol, length, extra, more);
            }
        }
        run(SYMBOLS - 1, LENGTH_MAX, 0, 0);
    }

    private final byte[] zeros;
    private byte[] out = new byte[1 << 13];
    private int size;
    private long pending;
    private int pendingBits;
    private long first = 1;
    private long second;

    /** For rows of so many bytes. */
    RunDeflater(int rowBytes) {
        zeros = new byte[rowBytes];
        out[size++] = (byte) (FRAME >> 8);
        out[size++] = (byte) FRAME;
        // The last block, with a code of its own, of all lengths and one distance.
        put(0b101, 3);
        put(SYMBOLS - FIRST_LENGTH, 5);
        put(0, 5);
        put(ANNOUNCED.length - 4, 4);
        for (int bits : ANNOUNCED) {
            put(bits, 3);
        }
        for (int bits : BITS) {
            put(reversed(bits, LENGTH_BITS), LENGTH_BITS);
        }
        put(reversed(1, LENGTH_BITS), LENGTH_BITS);
    }

    /** How many bits each symbol takes, near what it tells in masks of rooms and products; a complete code. */
    private static int[] bits() {
        int[] bits = new int[SYMBOLS];
        for (int value = 0; value < END; value++) {
            bits[value] = bitsOfStep(Math.abs((byte) value));
        }
        // The filter that each row begins with.
        bits[GreyPng.FILTER_UP] = 4;
        bits[END] = 11;
        Arrays.fill(bits, FIRST_LENGTH, SYMBOLS - 2, 9);
        bits[SYMBOLS - 2] = 5;
        bits[SYMBOLS - 1] = 3;
        return bits;
    }

    private static int bitsOfStep(int step) {
        int[] most = {0, 1, 3, 10, 57, 68, 128};
        int[] bits = {4, 5, 6, 7, 8, 10, 11};
        int at = 0;
        while (step > most[at]) {
            at++;
        }
        return bits[at];
    }

    /** RFC 1951, 3.2.2, from the lowest bit on. */
    private static int[] codes(int[] bits) {
        int[] codes = new int[bits.length];
        int code = 0;
        for (int length = 1; length < Short.SIZE; length++) {
            code <<= 1;
            for (int symbol = 0; symbol < bits.length; symbol++) {
                if (bits[symbol] == length) {
                    codes[symbol] = reversed(code++, length);
                }
            }
        }
        return codes;
    }

    private static int reversed(int code, int bits) {
        return Integer.reverse(code) >>> (Integer.SIZE - bits);
    }

    /** A length with what is added to its symbol; the one distance, the byte before, is a bit of zero. */
    private static void run(int symbol, int length, int extra, int more) {
        RUN_CODES[length] = CODES[symbol] | more << BITS[symbol];
        RUN_BITS[length] = BITS[symbol] + extra + 1;
    }

    /** Adds a whole row. */
    void add(byte[] row) {
        for (int at = 0; at < row.length; ) {
            int value = row[at] & 255;
            if (value == 0) {
                int found = Arrays.mismatch(row, at, row.length, zeros, 0, row.length - at);
                int run = found < 0 ? row.length - at : found;
                addZeros(run);
                at += run;
            } else {
                put(CODES[value], BITS[value]);
                first += value;
                second += first;
                at++;
            }
        }
        first %= ADLER_BASE;
        second %= ADLER_BASE;
    }

    private void addZeros(int count) {
        second += count * first;
        put(CODES[0], BITS[0]);
        int left = count - 1;
        while (left >= LENGTH_MIN) {
            int length = Math.min(left, LENGTH_MAX);
            put(RUN_CODES[length], RUN_BITS[length]);
            left -= length;
        }
        while (left-- > 0) {
            put(CODES[0], BITS[0]);
        }
    }

    private void put(int code, int bits) {
        pending |= (long) code << pendingBits;
        pendingBits += bits;
        while (pendingBits >= Byte.SIZE) {
            write((int) pending);
            pending >>>= Byte.SIZE;
            pendingBits -= Byte.SIZE;
        }
    }

    private void write(int value) {
        if (size == out.length) {
            out = Arrays.copyOf(out, 2 * size);
        }
        out[size++] = (byte) value;
    }

    /** The bytes; nothing can be added afterwards. */
    byte[] finish() {
        put(CODES[END], BITS[END]);
        put(0, Byte.SIZE - 1);
        long sum = second << Short.SIZE | first;
        for (int shift = 24; shift >= 0; shift -= Byte.SIZE) {
            write((int) (sum >> shift));
        }
        return Arrays.copyOf(out, size);
    }
}
