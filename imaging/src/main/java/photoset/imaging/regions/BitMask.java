package photoset.imaging.regions;

import photoset.imaging.Plane;

/**
 * Which pixels: a mask of one bit a pixel, rows from the top without padding. Sixty-four pixels are worked on at once, so
 * that growing a mask or joining two costs next to nothing beside looking at the photo. Not for several threads.
 */
public final class BitMask {
    private static final int WORD = Long.SIZE;

    /** Every other bit, from the lowest on. */
    private static final long EVEN = 0x5555555555555555L;

    private final int columns;
    private final int rows;

    /** One word more than there are pixels, so that whatever reads across two words needs no check. */
    private final long[] words;

    /** A mask of nothing. */
    public BitMask(int columns, int rows) {
        this(columns, rows, new long[columns * rows / WORD + 2]);
    }

    private BitMask(int columns, int rows, long[] words) {
        this.columns = columns;
        this.rows = rows;
        this.words = words;
    }

    /** What is not negative. */
    public static BitMask notNegative(Plane plane) {
        var mask = new BitMask(plane.width(), plane.height());
        float[] values = plane.values();
        for (int from = 0; from < values.length; from += WORD) {
            int end = Math.min(values.length, from + WORD);
            long word = 0;
            for (int i = from; i < end; i++) {
                word |= (values[i] >= 0 ? 1L : 0) << i;
            }
            mask.words[from / WORD] = word;
        }
        return mask;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public int size() {
        return columns * rows;
    }

    /** Whether it has the pixel at {@code pixel} (row * columns + column). */
    public boolean has(int pixel) {
        return (words[pixel / WORD] & 1L << pixel) != 0;
    }

    public void add(int pixel) {
        words[pixel / WORD] |= 1L << pixel;
    }

    /** Adds the pixels from one on and before another. */
    void add(int from, int to) {
        for (int at = from; at < to; ) {
            int end = Math.min(to, at + WORD - at % WORD);
            words[at / WORD] |= first(end - at) << at;
            at = end;
        }
    }

    /** Adds the pixels from {@code first} on whose values are below a limit. */
    public void addBelow(float limit, float[] values, int count, int first) {
        for (int i = 0; i < count; ) {
            int end = Math.min(count, i + WORD - (first + i) % WORD);
            int at = (first + i) / WORD;
            long word = words[at];
            for (; i < end; i++) {
                // The sign of the difference: a branch would be foretold wrongly where a photo has noise.
                word |= (long) (Float.floatToRawIntBits(values[i] - limit) >>> (Integer.SIZE - 1)) << (first + i);
            }
            words[at] = word;
        }
    }

    public void remove(int pixel) {
        words[pixel / WORD] &= ~(1L << pixel);
    }

    public int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    public boolean isEmpty() {
        return next(0, size()) == size();
    }

    /** The first pixel that it has, from one on; the size of the mask if there is none. */
    public int next(int from) {
        return next(from, size());
    }

    /** The first pixel that it has, from one on and before another, as the end of a row; that other one if there is none. */
    public int next(int from, int end) {
        int at = from / WORD;
        long word = words[at] & -1L << from;
        while (word == 0 && (at + 1) * WORD < end) {
            word = words[++at];
        }
        return word == 0 ? end : Math.min(end, at * WORD + Long.numberOfTrailingZeros(word));
    }

    /** The first pixel that it has not, from one on; the size of the mask if there is none. */
    public int nextNot(int from) {
        int at = from / WORD;
        long word = ~words[at] & -1L << from;
        while (word == 0) {
            word = ~words[++at];
        }
        return Math.min(size(), at * WORD + Long.numberOfTrailingZeros(word));
    }

    public BitMask copy() {
        return new BitMask(columns, rows, words.clone());
    }

    public BitMask and(BitMask other) {
        var both = copy();
        for (int i = 0; i < words.length; i++) {
            both.words[i] &= other.words[i];
        }
        return both;
    }

    public BitMask or(BitMask other) {
        var either = copy();
        for (int i = 0; i < words.length; i++) {
            either.words[i] |= other.words[i];
        }
        return either;
    }

    public BitMask without(BitMask other) {
        var rest = copy();
        for (int i = 0; i < words.length; i++) {
            rest.words[i] &= ~other.words[i];
        }
        return rest;
    }

    /** What this one has not. */
    public BitMask inverse() {
        var inverse = new BitMask(columns, rows);
        for (int from = 0; from < size(); from += WORD) {
            inverse.words[from / WORD] = ~words[from / WORD] & first(size() - from);
        }
        return inverse;
    }

    /** Drops components ({@link Connectivity#EIGHT}) of fewer pixels. */
    public BitMask withoutIslands(int areaMin) {
        var rest = copy();
        new RowRuns(this, Connectivity.EIGHT).removeSmaller(areaMin, rest);
        return rest;
    }

    /** Fills enclosed gaps ({@link Connectivity#FOUR}) of fewer pixels; a gap at the border is none. */
    public BitMask withoutHoles(int areaMin) {
        var filled = copy();
        new RowRuns(inverse(), Connectivity.FOUR).addSmallerInside(areaMin, filled);
        return filled;
    }

    /** Pixels on either side of a border: those with a neighbour to the left, right, above or below that is otherwise. */
    public BitMask edges() {
        var across = different(1);
        for (int end = columns - 1; end < size(); end += columns) {
            across.remove(end);
        }
        var down = different(columns);
        var edges = across.or(down);
        for (int i = across.next(0); i < size(); i = across.next(i + 1)) {
            edges.add(i + 1);
        }
        for (int i = down.next(0); i < size(); i = down.next(i + 1)) {
            edges.add(i + columns);
        }
        return edges;
    }

    /** Pixels that differ from the one so far on. */
    private BitMask different(int distance) {
        var different = new BitMask(columns, rows);
        for (int from = 0; from < size() - distance; from += WORD) {
            different.words[from / WORD] =
                    (words[from / WORD] ^ bits(from + distance)) & first(size() - distance - from);
        }
        return different;
    }

    /**
     * Everything at most {@code reach} pixels away along both axes (dilation by a square). Windows grow to twice their width by joining two
     * neighbours, so that even a far reach takes a few passes.
     */
    public BitMask grown(int reach) {
        int wide = (columns + 2 * reach) / WORD + 2;
        long[] padded = new long[(rows + 2 * reach) * wide];
        for (int row = 0; row < rows; row++) {
            for (int from = 0; from < columns; from += WORD) {
                long bits = bits(row * columns + from) & first(columns - from);
                put(padded, (row + reach) * wide * WORD + reach + from, bits);
            }
            join(padded, (row + reach) * wide, wide, reach);
        }
        for (int width = 1; width < 2 * reach + 1; ) {
            int step = Math.min(width, 2 * reach + 1 - width);
            joinRows(padded, step * wide);
            width += step;
        }
        var grown = new BitMask(columns, rows);
        for (int row = 0; row < rows; row++) {
            for (int from = 0; from < columns; from += WORD) {
                long bits = padded[row * wide + from / WORD] & first(columns - from);
                put(grown.words, row * columns + from, bits);
            }
        }
        return grown;
    }

    /** A mask of half the width and height, rounded up: it has what any of two by two pixels has. */
    public BitMask halved() {
        var halved = new BitMask((columns + 1) / 2, (rows + 1) / 2);
        for (int row = 0; row < rows; row++) {
            for (int from = 0; from < columns; from += WORD) {
                long bits = bits(row * columns + from) & first(columns - from);
                put(halved.words, row / 2 * halved.columns + from / 2, Long.compress(bits | bits >>> 1, EVEN));
            }
        }
        return halved;
    }

    /** Each bit of a row of words becomes that of itself or of any of the {@code 2 * reach} that follow. */
    private static void join(long[] words, int start, int length, int reach) {
        for (int width = 1; width < 2 * reach + 1; ) {
            int step = Math.min(width, 2 * reach + 1 - width);
            int whole = step / WORD;
            for (int i = start; i < start + length - whole; i++) {
                long next = i + whole + 1 < start + length ? words[i + whole + 1] : 0;
                words[i] |= shifted(words[i + whole], next, step);
            }
            width += step;
        }
    }

    private static void joinRows(long[] words, int distance) {
        for (int i = 0; i < words.length - distance; i++) {
            words[i] |= words[i + distance];
        }
    }

    /** The 64 bits from a pixel on. */
    private long bits(int from) {
        return shifted(words[from / WORD], words[from / WORD + 1], from);
    }

    /** The word that begins so many bits (modulo 64) into the first of two. */
    private static long shifted(long word, long next, int bits) {
        // Java shifts by the distance modulo 64, so a distance of 64 needs two steps.
        return word >>> bits | next << 1 << ~bits;
    }

    private static void put(long[] words, int from, long bits) {
        words[from / WORD] |= bits << from;
        words[from / WORD + 1] |= bits >>> 1 >>> ~from;
    }

    /** The first bits of a word, all if there are more. */
    private static long first(int count) {
        return count >= WORD ? -1L : (1L << count) - 1;
    }
}
