package photoset.cpu.light;

import java.util.EnumMap;
import java.util.List;
import photoset.imaging.Interpolation;

/**
 * Planes of a grid, read along the rows of a photo: values and their slopes to the next column lie side by side, so that
 * a pixel costs one multiplication for each plane. Between the middles of two cells all pixels have the same two values
 * for each plane; {@link #end} tells how far such a stretch goes. One thread, one row at a time.
 *
 * @param <P> the names of the planes
 */
@SuppressWarnings(
        "EnumOrdinal") // Planes lie in the order of their names; a look-up for each pixel would cost as much as the
// paint.
public final class LightRow<P extends Enum<P>> {
    private final Interpolation down;
    private final int columns;
    private final int stride;
    private final List<float[]> planes;
    private final int[] starts;
    private final float[] shares;
    private final int[] ends;
    private final float[] line;

    /** Over planes that may still change until a row is read; of their names, the first in their order. */
    LightRow(CellGrid grid, EnumMap<P, float[]> planes) {
        for (P name : planes.keySet()) {
            if (name.ordinal() >= planes.size()) {
                throw new IllegalArgumentException("A plane before %s is missing.".formatted(name));
            }
        }
        var across = Interpolation.of(grid.width(), grid.columns(), grid.cellPx());
        this.down = Interpolation.of(grid.height(), grid.rows(), grid.cellPx());
        this.columns = grid.columns();
        this.stride = planes.size() * 2;
        this.planes = List.copyOf(planes.values());
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
        for (int plane = 0; plane < planes.size(); plane++) {
            float[] values = planes.get(plane);
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
    public float at(int start, float share, P plane) {
        return value(start, plane) + share * slope(start, plane);
    }

    /** The value of a plane at the start of a stretch. */
    public float value(int start, P plane) {
        return line[start + 2 * plane.ordinal()];
    }

    /** What a plane changes by until the next values. */
    public float slope(int start, P plane) {
        return line[start + 2 * plane.ordinal() + 1];
    }
}
