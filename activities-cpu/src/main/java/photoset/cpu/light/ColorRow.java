package photoset.cpu.light;

import java.util.EnumMap;
import java.util.Map;
import photoset.imaging.RgbPlanes;

/** The colours of a grid along the rows of a photo. One thread, one row at a time. */
public final class ColorRow {
    private enum Channel {
        RED,
        GREEN,
        BLUE
    }

    private final LightRow<Channel> row;

    ColorRow(CellGrid grid, RgbPlanes planes) {
        this.row = new LightRow<>(
                grid,
                new EnumMap<>(
                        Map.of(Channel.RED, planes.red(), Channel.GREEN, planes.green(), Channel.BLUE, planes.blue())));
    }

    /** Moves to a row of the photo. */
    public void row(int y) {
        row.row(y);
    }

    /** The colours of {@code count} columns, three values a column. */
    public void colors(int x, int count, float[] values) {
        for (int i = 0, at = 0; i < count; i++, at += 3) {
            int start = row.start(x + i);
            float share = row.share(x + i);
            values[at] = row.at(start, share, Channel.RED);
            values[at + 1] = row.at(start, share, Channel.GREEN);
            values[at + 2] = row.at(start, share, Channel.BLUE);
        }
    }

    /** Multiplies {@code count} colours by those of their columns. */
    public void light(int x, int count, float[] colors) {
        for (int from = x; from < x + count; ) {
            int to = Math.min(x + count, row.end(from));
            stretch(from, to, colors, 3 * (from - x));
            from = to;
        }
    }

    private void stretch(int from, int to, float[] colors, int first) {
        int start = row.start(from);
        float red = row.value(start, Channel.RED);
        float green = row.value(start, Channel.GREEN);
        float blue = row.value(start, Channel.BLUE);
        float redSlope = row.slope(start, Channel.RED);
        float greenSlope = row.slope(start, Channel.GREEN);
        float blueSlope = row.slope(start, Channel.BLUE);
        for (int x = from, at = first; x < to; x++, at += 3) {
            float share = row.share(x);
            colors[at] *= red + share * redSlope;
            colors[at + 1] *= green + share * greenSlope;
            colors[at + 2] *= blue + share * blueSlope;
        }
    }
}
