package photoset.cpu.patterns;

/** How many of some places of a picture are still in it after a move, told at once by a table of sums (Crow 1984). */
public final class StayingPlaces {
    private final int columns;
    private final int rows;
    private final int border;
    private final int[] sums;

    /**
     * Counts places.
     *
     * @param places row * columns + column
     * @param border so many pixels at each side count as outside
     */
    public StayingPlaces(int[] places, int columns, int rows, int border) {
        this.columns = columns;
        this.rows = rows;
        this.border = border;
        this.sums = new int[(columns + 1) * (rows + 1)];
        for (int place : places) {
            sums[at(place % columns + 1, place / columns + 1)]++;
        }
        for (int y = 1; y <= rows; y++) {
            for (int x = 1; x <= columns; x++) {
                sums[at(x, y)] += sums[at(x - 1, y)] + sums[at(x, y - 1)] - sums[at(x - 1, y - 1)];
            }
        }
    }

    private int at(int column, int row) {
        return row * (columns + 1) + column;
    }

    /** How many places stay. */
    public int after(int across, int down) {
        int left = Math.clamp(border - (long) across, 0, columns);
        int right = Math.clamp(columns - border - (long) across, left, columns);
        int top = Math.clamp(border - (long) down, 0, rows);
        int bottom = Math.clamp(rows - border - (long) down, top, rows);
        return sums[at(right, bottom)] - sums[at(left, bottom)] - sums[at(right, top)] + sums[at(left, top)];
    }
}
