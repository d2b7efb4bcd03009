package photoset.cpu.paints;

import photoset.cpu.light.CellGrid;
import photoset.cpu.pixels.Interpolation;
import photoset.cpu.pixels.Raster;

/**
 * Planes of a grid, read along the rows of a photo: values and their slopes to the next column lie side by side, so that
 * a pixel costs one multiplication for each plane. One thread, one row at a time.
 */
public final class LightRow {
    private final Interpolation across;
    private final Interpolation down;
    private final int columns;
    private final float[][] planes;
    private final int[] starts;
    private final float[] shares;
    private final float[] line;

    /** A reader for a photo of the grid's size. */
    public LightRow(Raster photo, CellGrid grid, float[]... planes) {
        this.across = Interpolation.of(photo.width(), grid.columns(), grid.cellPx());
        this.down = Interpolation.of(photo.height(), grid.rows(), grid.cellPx());
        this.columns = grid.columns();
        this.planes = planes;
        this.line = new float[columns * planes.length * 2];
        this.starts = new int[photo.width()];
        this.shares = new float[photo.width()];
        for (int x = 0; x < starts.length; x++) {
            starts[x] = across.low(x) * planes.length * 2;
            shares[x] = across.mix(x, 0, 1);
        }
    }

    /** Moves to a row of the photo. */
    public void row(int y) {
        int above = down.low(y) * columns;
        int below = down.high(y) * columns;
        int stride = planes.length * 2;
        for (int plane = 0; plane < planes.length; plane++) {
            float[] values = planes[plane];
            float before = down.mix(y, values[above], values[below]);
            int at = plane * 2;
            for (int column = 1; column < columns; column++, at += stride) {
                float next = down.mix(y, values[above + column], values[below + column]);
                line[at] = before;
                line[at + 1] = next - before;
                before = next;
            }
            line[at] = before;
            line[at + 1] = 0;
        }
    }

    /** Where a column's values begin. */
    public int start(int x) {
        return starts[x];
    }

    /** How far a column is on the way to the next values. */
    public float share(int x) {
        return shares[x];
    }

    /** The value of a plane. */
    public float at(int start, float share, int plane) {
        return line[start + 2 * plane] + share * line[start + 2 * plane + 1];
    }
}
