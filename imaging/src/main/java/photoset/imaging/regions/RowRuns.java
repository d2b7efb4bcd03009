package photoset.imaging.regions;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The connected parts of a bit mask by its runs along rows: a part of a thousand pixels is some thirty runs, and costs as
 * much to look at.
 */
final class RowRuns {
    private final @Nullable Bonds bonds;
    private int size;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private final UnionFind parts;
    private final int[] areas;

    /** The runs of a mask, joined by a connectivity. */
    RowRuns(BitMask mask, Connectivity connectivity) {
        this(mask, connectivity == Connectivity.EIGHT ? 1 : 0, null);
    }

    /** Those of neighbours that belong together. */
    RowRuns(BitMask mask, Bonds bonds) {
        this(mask, 0, bonds);
    }

    private RowRuns(BitMask mask, int reach, @Nullable Bonds bonds) {
        this.bonds = bonds;
        int[] rows = new int[mask.rows() + 1];
        for (int row = 0; row < mask.rows(); row++) {
            collect(mask, row);
            rows[row + 1] = size;
        }
        parts = new UnionFind(size);
        for (int row = 1; row < mask.rows(); row++) {
            joinRows(rows[row - 1], rows[row], rows[row + 1], mask.columns(), reach);
        }
        areas = new int[size];
        for (int run = 0; run < size; run++) {
            areas[parts.find(run)] += ends[run] - starts[run];
        }
    }

    private void collect(BitMask mask, int row) {
        int end = (row + 1) * mask.columns();
        for (int from = mask.next(row * mask.columns(), end); from < end; ) {
            int to = Math.min(end, mask.nextNot(from));
            addRuns(from, to);
            from = to < end ? mask.next(to, end) : end;
        }
    }

    /** The pixels of a mask from one on and before another: one run, or several where bonds are missing. */
    private void addRuns(int from, int to) {
        if (bonds == null) {
            add(from, to);
            return;
        }
        for (int start = from; start < to; ) {
            int end = Math.min(to, bonds.right().nextNot(start) + 1);
            add(start, end);
            start = end;
        }
    }

    private void add(int from, int to) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        starts[size] = from;
        ends[size++] = to;
    }

    /**
     * Joins the runs of two rows that touch.
     *
     * @param above the first run of the upper row
     * @param here the first run of the lower row
     * @param end the run after its last
     * @param columns pixels from row to row
     * @param reach pixels by which runs may miss each other
     */
    private void joinRows(int above, int here, int end, int columns, int reach) {
        int upper = above;
        for (int run = here; run < end; run++) {
            while (upper < here && ends[upper] + columns + reach <= starts[run]) {
                upper++;
            }
            for (int other = upper; other < here && starts[other] + columns < ends[run] + reach; other++) {
                if (bonds == null || isBound(bonds, other, run, columns)) {
                    parts.join(other, run);
                }
            }
        }
    }

    /** Whether two runs, one below the other, belong together in any column. */
    private boolean isBound(Bonds bonds, int above, int below, int columns) {
        int from = Math.max(starts[above], starts[below] - columns);
        int to = Math.min(ends[above], ends[below] - columns);
        return bonds.down().next(from, to) < to;
    }

    /** Each part once, in the order of their first pixels, which are in order themselves. */
    void forEach(PixelConsumer consumer) {
        int[] next = new int[size];
        int[] last = new int[size];
        for (int run = 0; run < size; run++) {
            int first = parts.find(run);
            if (run != first) {
                next[last[first]] = run;
            }
            last[first] = run;
        }
        int[] pixels = new int[size == 0 ? 0 : Arrays.stream(areas).max().getAsInt()];
        for (int first = 0; first < size; first++) {
            if (areas[first] > 0) {
                int count = 0;
                for (int run = first; ; run = next[run]) {
                    for (int pixel = starts[run]; pixel < ends[run]; pixel++) {
                        pixels[count++] = pixel;
                    }
                    if (run == last[first]) {
                        break;
                    }
                }
                consumer.accept(pixels, count);
            }
        }
    }

    /** Hears of the pixels of a part; the array is written anew for the next. */
    interface PixelConsumer {
        void accept(int[] pixels, int count);
    }

    /** The pixels of a part to which a run belongs. */
    private int area(int run) {
        return areas[parts.find(run)];
    }

    /** Removes parts of fewer pixels from a mask. */
    void removeSmaller(int areaMin, BitMask from) {
        for (int run = 0; run < size; run++) {
            if (area(run) < areaMin) {
                for (int pixel = starts[run]; pixel < ends[run]; pixel++) {
                    from.remove(pixel);
                }
            }
        }
    }

    /** Adds parts of fewer pixels to a mask, except those at the border. */
    void addSmallerInside(int areaMin, BitMask to) {
        boolean[] atBorder = new boolean[size];
        int last = to.size() - to.columns();
        for (int run = 0; run < size; run++) {
            boolean isFirstOrLast = starts[run] < to.columns() || starts[run] >= last;
            atBorder[parts.find(run)] |=
                    isFirstOrLast || starts[run] % to.columns() == 0 || ends[run] % to.columns() == 0;
        }
        for (int run = 0; run < size; run++) {
            if (area(run) < areaMin && !atBorder[parts.find(run)]) {
                for (int pixel = starts[run]; pixel < ends[run]; pixel++) {
                    to.add(pixel);
                }
            }
        }
    }
}
