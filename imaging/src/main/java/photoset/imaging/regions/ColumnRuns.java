package photoset.imaging.regions;

import java.util.Arrays;
import photoset.imaging.Mask;

/**
 * The covered pixels of a mask as vertical runs, column by column: what COCO's encoding and the components of a large mask
 * both need.
 */
public final class ColumnRuns {
    private final int width;
    private final int height;
    private int size;
    private int[] column = new int[256];
    private int[] top = new int[256];
    private int[] bottom = new int[256];

    private ColumnRuns(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Reads row by row, which is how the bytes lie, and orders the runs by column afterwards. */
    public static ColumnRuns of(Mask mask) {
        var runs = new ColumnRuns(mask.width(), mask.height());
        var open = new int[mask.width()];
        Arrays.fill(open, -1);
        byte[] levels = mask.levels();
        byte[] above = new byte[open.length];
        for (int y = 0; y < mask.height(); y++) {
            int at = y * open.length;
            // Most rows are like the ones above them, and a mismatch is found many bytes at a time.
            for (int x = differs(levels, at, above, 0); x < open.length; x = differs(levels, at, above, x + 1)) {
                // A negative byte is one of at least 128.
                if (levels[at + x] < 0 != open[x] >= 0) {
                    open[x] = runs.turn(x, open[x], y);
                }
            }
            System.arraycopy(levels, at, above, 0, open.length);
        }
        for (int x = 0; x < open.length; x++) {
            if (open[x] >= 0) {
                runs.add(x, open[x], mask.height());
            }
        }
        return runs.byColumn();
    }

    /** The first place from one on where a row of levels is not like a line; the line's length if there is none. */
    private static int differs(byte[] levels, int row, byte[] line, int from) {
        int found = Arrays.mismatch(levels, row + from, row + line.length, line, from, line.length);
        return found < 0 ? line.length : from + found;
    }

    private int turn(int x, int openAt, int y) {
        if (openAt < 0) {
            return y;
        }
        add(x, openAt, y);
        return -1;
    }

    private void add(int x, int from, int to) {
        if (size == column.length) {
            column = Arrays.copyOf(column, size * 2);
            top = Arrays.copyOf(top, size * 2);
            bottom = Arrays.copyOf(bottom, size * 2);
        }
        column[size] = x;
        top[size] = from;
        bottom[size++] = to;
    }

    /** A counting sort; stable, and a column's runs were added from top to bottom. */
    private ColumnRuns byColumn() {
        var next = new int[width + 1];
        for (int i = 0; i < size; i++) {
            next[column[i] + 1]++;
        }
        for (int x = 0; x < width; x++) {
            next[x + 1] += next[x];
        }
        var sorted = new ColumnRuns(width, height);
        sorted.size = size;
        sorted.column = new int[size];
        sorted.top = new int[size];
        sorted.bottom = new int[size];
        for (int i = 0; i < size; i++) {
            int to = next[column[i]]++;
            sorted.column[to] = column[i];
            sorted.top[to] = top[i];
            sorted.bottom[to] = bottom[i];
        }
        return sorted;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int size() {
        return size;
    }

    public int column(int run) {
        return column[run];
    }

    /** The run's first row. */
    public int top(int run) {
        return top[run];
    }

    /** The row after the run's last. */
    public int bottom(int run) {
        return bottom[run];
    }

    /** The connected components ({@link Connectivity#EIGHT}) as sets of runs. */
    public UnionFind components() {
        var components = new UnionFind(size);
        int left = 0;
        for (int right = 0; right < size; right++) {
            while (left < right && isBefore(left, right)) {
                left++;
            }
            for (int i = left; i < right && column[i] == column[right] - 1 && top[i] <= bottom[right]; i++) {
                components.join(i, right);
            }
        }
        return components;
    }

    /** Whether a run lies wholly before everything that touches another one. */
    private boolean isBefore(int run, int other) {
        return column[run] < column[other] - 1 || (column[run] == column[other] - 1 && bottom[run] < top[other]);
    }
}
