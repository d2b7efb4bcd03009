package photoset.cpu.light;

import photoset.imaging.Interpolation;

/**
 * Planes of a grid, read along the rows of a photo: values and their slopes to the next column lie side by side, so that
 * a pixel costs one multiplication for each plane. Between the middles of two cells all pixels have the same two values
 * for each plane; {@link #end} tells how far such a stretch goes. One thread, one row at a time.
 */
public final class LightRow {
    private final Interpolation down;
    private final int columns;
    private final int stride;
    private final float[][] planes;
    private final int[] starts;
    private final float[] shares;
    private final int[] ends;
    private final float[] line;

    LightRow(CellGrid grid, float[][] planes) {
        var across = Interpolation.of(grid.width(), grid.columns(), grid.cellPx());
        this.down = Interpolation.of(grid.height(), grid.rows(), grid.cellPx());
        this.columns = grid.columns();
        this.stride = planes.length * 2;
        this.planes = planes;
        this.line = new float[columns * stride];
        this.starts = new int[grid.width()];
        this.shares = new float[grid.width()];
        this.ends = new int[columns];
        for (int x = 0; x < starts.length; x++) {
            starts[x] = across.low(x) * stride;
            shares[x] = across.mix(x, 0, 1);
            ends[across.low(x)] = x + 1;
        }
    }

    /** Moves to a row of the photo. */
    public void row(int y) {
        int above = down.low(y) * columns;
        int below = down.high(y) * columns;
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

    /** The first column after {@code x} whose values begin elsewhere. */
    public int end(int x) {
        return ends[starts[x] / stride];
    }

    /** How far a column is on the way to the next values. */
    public float share(int x) {
        return shares[x];
    }

    /** The value of a plane. */
    public float at(int start, float share, int plane) {
        return value(start, plane) + share * slope(start, plane);
    }

    /** The value of a plane at the start of a stretch. */
    public float value(int start, int plane) {
        return line[start + 2 * plane];
    }

    /** What a plane changes by until the next values. */
    public float slope(int start, int plane) {
        return line[start + 2 * plane + 1];
    }

    /** The values of the first three planes for {@code count} columns, three a column. */
    public void colors(int x, int count, float[] values) {
        for (int i = 0, at = 0; i < count; i++, at += 3) {
            int start = starts[x + i];
            float share = shares[x + i];
            values[at] = at(start, share, 0);
            values[at + 1] = at(start, share, 1);
            values[at + 2] = at(start, share, 2);
        }
    }

    /** Multiplies {@code count} colours by the first three planes. */
    public void light(int x, int count, float[] colors) {
        for (int from = x; from < x + count; ) {
            int to = Math.min(x + count, end(from));
            stretch(from, to, colors, 3 * (from - x));
            from = to;
        }
    }

    private void stretch(int from, int to, float[] colors, int first) {
        int start = starts[from];
        float red = value(start, 0);
        float green = value(start, 1);
        float blue = value(start, 2);
        float redSlope = slope(start, 0);
        float greenSlope = slope(start, 1);
        float blueSlope = slope(start, 2);
        for (int x = from, at = first; x < to; x++, at += 3) {
            float share = shares[x];
            colors[at] *= red + share * redSlope;
            colors[at + 1] *= green + share * greenSlope;
            colors[at + 2] *= blue + share * blueSlope;
        }
    }
}
