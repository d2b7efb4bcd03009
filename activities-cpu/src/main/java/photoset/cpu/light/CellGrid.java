package photoset.cpu.light;

import photoset.cpu.pixels.Interpolation;
import photoset.cpu.pixels.Raster;

/** A coarse grid over a photo, for what changes slowly: light does, so a cell may be many pixels wide. */
public final class CellGrid {
    /** At most so many cells, whatever the photo's size; a cell is then 15 pixels wide at 50 MP. */
    private static final int CELLS = 250_000;

    private final int width;
    private final int height;
    private final int cell;
    private final int columns;
    private final int rows;

    /** The grid for photos of this size. */
    public CellGrid(Raster photo) {
        this(photo, CELLS);
    }

    /** A grid of at most so many cells. */
    public CellGrid(Raster photo, int cells) {
        width = photo.width();
        height = photo.height();
        cell = (int) Math.ceil(Math.sqrt((double) photo.pixels() / cells));
        columns = (width + cell - 1) / cell;
        rows = (height + cell - 1) / cell;
    }

    /** Width and height of a cell in pixels. */
    public int cellPx() {
        return cell;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** How many cells there are; they are counted row by row. */
    public int cells() {
        return columns * rows;
    }

    /** A reader of planes with a value for each cell. */
    public Reader reader(float[]... planes) {
        return new Reader(planes);
    }

    /** Reads row by row: first the grid is interpolated down to a row of cells, then along it. */
    public final class Reader {
        private final Interpolation across = Interpolation.of(width, columns, cell);
        private final Interpolation down = Interpolation.of(height, rows, cell);
        private final float[][] planes;
        private final float[] line;

        private Reader(float[][] planes) {
            this.planes = planes;
            this.line = new float[columns * planes.length];
        }

        /** Moves to a row of the photo. */
        public void row(int y) {
            int above = down.low(y) * columns;
            int below = down.high(y) * columns;
            for (int column = 0, at = 0; column < columns; column++) {
                for (float[] plane : planes) {
                    line[at++] = down.mix(y, plane[above + column], plane[below + column]);
                }
            }
        }

        /** The values of all planes at column {@code x} of the row, into {@code values}. */
        public void values(int x, float[] values) {
            int low = across.low(x) * planes.length;
            int high = across.high(x) * planes.length;
            for (int i = 0; i < planes.length; i++) {
                values[i] = across.mix(x, line[low + i], line[high + i]);
            }
        }

        /** The first plane's value at column {@code x} of the row. */
        public float value(int x) {
            return across.mix(x, line[across.low(x) * planes.length], line[across.high(x) * planes.length]);
        }
    }
}
