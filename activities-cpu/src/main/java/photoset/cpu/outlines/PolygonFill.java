package photoset.cpu.outlines;

import java.util.Arrays;
import java.util.List;
import photoset.imaging.Mask;

/** Fills closed lines, even and odd, with the share of each pixel that lies inside. */
final class PolygonFill {
    /** Lines of a pixel that are looked at; along a line shares are exact. */
    private static final int LINES = 4;

    private final int width;
    private final int height;
    private final float[] row;

    /** Where each line of each pixel row is crossed, in any order; as many as counted. */
    private final double[][] crossings;

    private final int[] counts;

    private PolygonFill(int width, int height) {
        this.width = width;
        this.height = height;
        this.row = new float[width + 1];
        this.crossings = new double[height * LINES][4];
        this.counts = new int[height * LINES];
    }

    /**
     * Draws at the size of a photo.
     *
     * @param step pixels along a side of a node
     */
    static Mask drawn(List<Polyline> lines, int width, int height, int step) {
        var fill = new PolygonFill(width, height);
        for (var line : lines) {
            for (int i = 0; i < line.size(); i++) {
                int next = line.around(i + 1);
                fill.cross(
                        (line.x(i) + .5) * step,
                        (line.y(i) + .5) * step,
                        (line.x(next) + .5) * step,
                        (line.y(next) + .5) * step);
            }
        }
        return fill.filled();
    }

    private void cross(double x, double y, double toX, double toY) {
        if (y > toY) {
            cross(toX, toY, x, y);
            return;
        }
        int first = (int) Math.max(0, Math.ceil(y * LINES - .5));
        int end = (int) Math.min(counts.length, Math.ceil(toY * LINES - .5));
        for (int line = first; line < end; line++) {
            double share = ((line + .5) / LINES - y) / (toY - y);
            if (counts[line] == crossings[line].length) {
                crossings[line] = Arrays.copyOf(crossings[line], 2 * counts[line]);
            }
            crossings[line][counts[line]++] = Math.clamp(x + share * (toX - x), 0, width);
        }
    }

    private Mask filled() {
        byte[] levels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int line = y * LINES; line < (y + 1) * LINES; line++) {
                Arrays.sort(crossings[line], 0, counts[line]);
                for (int i = 0; i + 1 < counts[line]; i += 2) {
                    add(crossings[line][i], 1);
                    add(crossings[line][i + 1], -1);
                }
            }
            fill(levels, y * width);
        }
        return new Mask(width, height, levels);
    }

    /** Writes the row's shares, which only change here and there, and clears it. */
    private void fill(byte[] levels, int from) {
        float sum = 0;
        byte level = 0;
        for (int x = 0; x < width; x++) {
            if (row[x] != 0) {
                sum += row[x];
                row[x] = 0;
                level = (byte) Math.clamp(Math.round(255 * sum / LINES), 0, 255);
            }
            levels[from + x] = level;
        }
        row[width] = 0;
    }

    /** From here on, a part of this pixel and all that follow. */
    private void add(double from, int sign) {
        int x = (int) Math.min(width - 1, from);
        float part = (float) (x + 1 - from);
        row[x] += sign * part;
        row[x + 1] += sign * (1 - part);
    }
}
