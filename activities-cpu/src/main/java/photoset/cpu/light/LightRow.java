package photoset.cpu.light;

import java.util.EnumMap;
import photoset.imaging.Interpolation;

/**
 * Planes of a grid, read along the rows of a photo: values and their slopes to the next column, so that a pixel costs one
 * multiplication for each plane. Between the middles of two cells all pixels have the same two values for each plane;
 * {@link #end} tells how far such a stretch goes. One thread, one row at a time.
 *
 * @param <P> the names of the planes
 */
@SuppressWarnings(
        "EnumOrdinal") // Planes lie in the order of their names; a look-up for each pixel would cost as much as the
// paint.
public final class LightRow<P extends Enum<P>> {
    private final Interpolation down;
    private final float[][] planes;
    private final float[][] values;
    private final float[][] slopes;
    private final int[] starts;
    private final float[] shares;
    private final int[] ends;

    /** Over planes that may still change until a row is read; of their names, the first in their order. */
    LightRow(CellGrid grid, EnumMap<P, float[]> planes) {
        for (P name : planes.keySet()) {
            if (name.ordinal() >= planes.size()) {
                throw new IllegalArgumentException("A plane before %s is missing.".formatted(name));
            }
        }
        var across = Interpolation.of(grid.width(), grid.columns(), grid.cellPx());
        this.down = Interpolation.of(grid.height(), grid.rows(), grid.cellPx());
        this.planes = planes.values().toArray(float[][]::new);
        this.values = new float[planes.size()][grid.columns()];
        this.slopes = new float[planes.size()][grid.columns()];
        this.starts = new int[grid.width()];
        this.shares = new float[grid.width()];
        this.ends = new int[grid.columns()];
        for (int x = 0; x < starts.length; x++) {
            starts[x] = across.low(x);
            shares[x] = across.share(x);
            ends[across.low(x)] = x + 1;
        }
    }

    /** Moves to a row of the photo. */
    public void row(int y) {
        for (int plane = 0; plane < planes.length; plane++) {
            down.mixLines(y, planes[plane], values[plane]);
            differences(values[plane], slopes[plane]);
        }
    }

    /** In a method of its own, in which the compiler takes several columns at once; the last has none after it. */
    private static void differences(float[] values, float[] slopes) {
        for (int column = 0; column < values.length - 1; column++) {
            slopes[column] = values[column + 1] - values[column];
        }
    }

    /** Where a column's values begin. */
    public int start(int x) {
        return starts[x];
    }

    /** The first column after {@code x} whose values begin elsewhere. */
    public int end(int x) {
        return ends[starts[x]];
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
        return values[plane.ordinal()][start];
    }

    /** What a plane changes by until the next values. */
    public float slope(int start, P plane) {
        return slopes[plane.ordinal()][start];
    }
}
