package photoset.cpu.prints;

import java.util.ArrayList;
import java.util.List;
import photoset.cpu.edges.Grid;
import photoset.imaging.Mask;
import photoset.imaging.regions.ConnectedComponents;
import photoset.imaging.regions.Connectivity;

/** A rectangle of a photo, in pixels. */
record PrintBox(int left, int top, int columns, int rows) {
    /** Pieces of a mask that are nearer than this are one print, in nodes: lines of a text are. */
    private static final int NEAR = 3;

    /** The rectangles around the prints of a mask, each {@code margin} pixels wider on every side. */
    static List<PrintBox> of(Grid grid, Mask mask, int margin) {
        List<PrintBox> boxes = new ArrayList<>();
        var near = grid.covered(mask).grown(NEAR);
        ConnectedComponents.forEach(near, Connectivity.EIGHT, piece -> {
            int left = grid.columns();
            int right = 0;
            int top = grid.rows();
            int bottom = 0;
            for (int i = 0; i < piece.size(); i++) {
                int column = piece.pixel(i) % grid.columns();
                int row = piece.pixel(i) / grid.columns();
                left = Math.min(left, column);
                right = Math.max(right, column);
                top = Math.min(top, row);
                bottom = Math.max(bottom, row);
            }
            int x = Math.max(0, left * grid.step() - margin);
            int y = Math.max(0, top * grid.step() - margin);
            int end = Math.min(mask.width(), (right + 1) * grid.step() + margin);
            int last = Math.min(mask.height(), (bottom + 1) * grid.step() + margin);
            boxes.add(new PrintBox(x, y, end - x, last - y));
        });
        return boxes;
    }
}
