package photoset.imaging;

import java.util.Arrays;

/** Least and greatest values of a plane within a square; van Herk's running extrema (1992) cost the same for every width. */
public final class MinMaxFilter {
    private final int columns;
    private final int rows;
    private final int reach;

    /** For planes of this size, within {@code reach} to each side, 1 at the least. */
    public MinMaxFilter(int columns, int rows, int reach) {
        this.columns = columns;
        this.rows = rows;
        this.reach = Math.max(1, reach);
    }

    /**
     * Grey-scale opening (Serra 1982), then smoothed: takes away what is bright and narrower than the square. Places that
     * do not count neither darken nor brighten the others.
     */
    public float[] opened(float[] plane, float[] counted) {
        float[] opened = plane.clone();
        turn(opened, counted);
        greatest(opened);
        turn(opened, counted);
        greatest(opened);
        for (int i = 0; i < opened.length; i++) {
            opened[i] = Float.isInfinite(opened[i]) ? 0 : opened[i];
        }
        new Blur(columns, rows).gaussian(opened, reach / 4.0);
        return opened;
    }

    /** Grey-scale closing: takes away what is dark and narrower than the square. */
    public float[] closed(float[] plane, float[] counted) {
        float[] closed = plane.clone();
        for (int i = 0; i < closed.length; i++) {
            closed[i] = counted[i] > 0 ? closed[i] : Float.NEGATIVE_INFINITY;
        }
        greatest(closed);
        turn(closed, counted);
        greatest(closed);
        for (int i = 0; i < closed.length; i++) {
            closed[i] = Float.isInfinite(closed[i]) ? 0 : -closed[i];
        }
        return closed;
    }

    private static void turn(float[] plane, float[] counted) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = counted[i] > 0 ? -plane[i] : Float.NEGATIVE_INFINITY;
        }
    }

    /** In place. */
    public void least(float[] plane) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = -plane[i];
        }
        greatest(plane);
        for (int i = 0; i < plane.length; i++) {
            plane[i] = -plane[i];
        }
    }

    /** In place. */
    public void greatest(float[] plane) {
        for (int y = 0; y < rows; y++) {
            greatestAlong(plane, y * columns);
        }
        greatestDown(plane);
    }

    private void greatestAlong(float[] plane, int start) {
        int block = 2 * reach + 1;
        float[] forth = new float[padded(columns)];
        float[] back = new float[forth.length];
        Arrays.fill(forth, Float.NEGATIVE_INFINITY);
        System.arraycopy(plane, start, forth, reach, columns);
        System.arraycopy(forth, 0, back, 0, forth.length);
        for (int i = 1; i < forth.length; i++) {
            if (i % block != 0) {
                forth[i] = Math.max(forth[i], forth[i - 1]);
            }
        }
        for (int i = forth.length - 2; i >= 0; i--) {
            if ((i + 1) % block != 0) {
                back[i] = Math.max(back[i], back[i + 1]);
            }
        }
        for (int i = 0; i < columns; i++) {
            plane[start + i] = Math.max(back[i], forth[i + 2 * reach]);
        }
    }

    /** Whole rows at once: a column by itself would touch another cache line at every step. */
    private void greatestDown(float[] plane) {
        int block = 2 * reach + 1;
        int all = padded(rows);
        float[] forth = new float[all * columns];
        Arrays.fill(forth, Float.NEGATIVE_INFINITY);
        System.arraycopy(plane, 0, forth, reach * columns, plane.length);
        float[] back = forth.clone();
        for (int row = 1; row < all; row++) {
            if (row % block != 0) {
                raise(forth, row, row - 1);
            }
        }
        for (int row = all - 2; row >= 0; row--) {
            if ((row + 1) % block != 0) {
                raise(back, row, row + 1);
            }
        }
        int ahead = 2 * reach * columns;
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Math.max(back[i], forth[i + ahead]);
        }
    }

    /** Raises a row to what another one has more. */
    private void raise(float[] plane, int row, int other) {
        int from = other * columns;
        for (int i = row * columns; i < (row + 1) * columns; i++, from++) {
            plane[i] = Math.max(plane[i], plane[from]);
        }
    }

    /** Whole blocks that hold so many values and the reach on both sides. */
    private int padded(int length) {
        int block = 2 * reach + 1;
        return (length + 2 * reach + block - 1) / block * block;
    }
}
