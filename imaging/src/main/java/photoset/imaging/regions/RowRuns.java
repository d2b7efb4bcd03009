package photoset.imaging.regions;

import java.util.Arrays;

/**
 * The connected parts of a bit mask by its runs along rows: a part of a thousand pixels is some thirty runs, and costs as
 * much to look at.
 */
final class RowRuns {
    private int size;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private final UnionFind parts;
    private final int[] areas;

    /** The runs of a mask, joined by a connectivity. */
    RowRuns(BitMask mask, Connectivity connectivity) {
        int[] rows = new int[mask.rows() + 1];
        for (int row = 0; row < mask.rows(); row++) {
            collect(mask, row);
            rows[row + 1] = size;
        }
        parts = new UnionFind(size);
        int reach = connectivity == Connectivity.EIGHT ? 1 : 0;
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
            add(from, to);
            from = to < end ? mask.next(to, end) : end;
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
                parts.join(other, run);
            }
        }
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
