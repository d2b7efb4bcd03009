package photoset.cpu.sheets;

import java.util.ArrayList;
import java.util.List;

/**
 * Where pictures of one shape lie: in a grid, as large as the area allows, with a caption below each.
 *
 * @param columns of the grid
 * @param rows of the grid
 * @param cells of the pictures, row by row, without their captions
 * @param block what pictures and captions take together
 */
public record Arrangement(int columns, int rows, List<Box> cells, Box block) {
    /**
     * What the grid has to obey.
     *
     * @param gap between two pictures, in pixels
     * @param caption height below each picture, in pixels
     */
    public record Spacing(int gap, int caption) {}

    /** The grid in which {@code count} pictures of this shape become largest; of equals the one with fewer rows. */
    public static Arrangement largest(Box area, int count, double aspect, Spacing spacing) {
        var best = grid(area, count, aspect, spacing, count);
        for (int columns = count - 1; columns > 0; columns--) {
            var other = grid(area, count, aspect, spacing, columns);
            if (other.pictureArea() > best.pictureArea()) {
                best = other;
            }
        }
        return best;
    }

    /** Pixels of one picture. */
    public long pictureArea() {
        return (long) cells.getFirst().width() * cells.getFirst().height();
    }

    private static Arrangement grid(Box area, int count, double aspect, Spacing spacing, int columns) {
        int rows = (count + columns - 1) / columns;
        int across = (area.width() - (columns - 1) * spacing.gap()) / columns;
        int down = (area.height() - (rows - 1) * spacing.gap()) / rows - spacing.caption();
        var cell = new Box(0, 0, Math.max(1, across), Math.max(1, down)).fitted(aspect);
        int width = columns * cell.width() + (columns - 1) * spacing.gap();
        int height = rows * (cell.height() + spacing.caption()) + (rows - 1) * spacing.gap();
        List<Box> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cells.add(new Box(
                    area.x() + i % columns * (cell.width() + spacing.gap()),
                    area.y() + i / columns * (cell.height() + spacing.caption() + spacing.gap()),
                    cell.width(),
                    cell.height()));
        }
        return new Arrangement(columns, rows, List.copyOf(cells), new Box(area.x(), area.y(), width, height));
    }
}
