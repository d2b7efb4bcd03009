package photoset.cpu.light;

import java.util.EnumMap;
import java.util.Map;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;
import photoset.imaging.regions.BitMask;

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

    /** Width of the photo. */
    int width() {
        return width;
    }

    /** Height of the photo. */
    int height() {
        return height;
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

    /** The cells of whose middle a mask has less than half. */
    public BitMask uncovered(Mask mask) {
        var uncovered = new BitMask(columns, rows);
        byte[] levels = mask.levels();
        for (int row = 0, at = 0; row < rows; row++) {
            int line = Math.min(height - 1, row * cell + cell / 2) * width;
            for (int column = 0; column < columns; column++, at++) {
                // Levels from half on are negative as bytes.
                if (levels[line + Math.min(width - 1, column * cell + cell / 2)] >= 0) {
                    uncovered.add(at);
                }
            }
        }
        return uncovered;
    }

    /** A reader of planes with a value for each cell; of their names, the first in their order. */
    public <P extends Enum<P>> LightRow<P> reader(Map<P, float[]> planes) {
        return new LightRow<>(this, new EnumMap<>(planes));
    }

    /** A reader of colours. */
    public ColorRow reader(RgbPlanes colors) {
        return new ColorRow(this, colors);
    }
}
