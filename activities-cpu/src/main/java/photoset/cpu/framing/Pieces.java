package photoset.cpu.framing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import photoset.cpu.sheets.Box;
import photoset.imaging.Mask;

/** The connected pieces of a mask on a coarse grid, corners included. */
final class Pieces {
    /** One piece: how many cells, and the rectangle around them. */
    private record Piece(int cells, Box box) {}

    private final int columns;
    private final int rows;
    private final boolean[] covered;

    private Pieces(int columns, int rows, boolean[] covered) {
        this.columns = columns;
        this.rows = rows;
        this.covered = covered;
    }

    /** Counts a cell of {@code cell} x {@code cell} pixels if any of its pixels is covered, so that nothing is lost. */
    static Pieces of(Mask mask, int cell) {
        int columns = (mask.width() + cell - 1) / cell;
        int rows = (mask.height() + cell - 1) / cell;
        var covered = new boolean[columns * rows];
        for (int y = 0, at = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++, at++) {
                if (mask.at(at) >= Mask.COVERED) {
                    covered[y / cell * columns + x / cell] = true;
                }
            }
        }
        return new Pieces(columns, rows, covered);
    }

    /** Around all pieces but those smaller than this share of the largest, in cells. */
    Optional<Box> around(double speck) {
        var pieces = all();
        int largest = pieces.stream().mapToInt(Piece::cells).max().orElse(0);
        return pieces.stream()
                .filter(piece -> piece.cells() >= speck * largest)
                .map(Piece::box)
                .reduce(Box::around);
    }

    private List<Piece> all() {
        List<Piece> pieces = new ArrayList<>();
        for (int cell = 0; cell < covered.length; cell++) {
            if (covered[cell]) {
                pieces.add(taken(cell));
            }
        }
        return pieces;
    }

    /** Takes a whole piece out of the grid. */
    private Piece taken(int first) {
        Deque<Integer> open = new ArrayDeque<>();
        visit(first, open);
        var box = new Box(first % columns, first / columns, 1, 1);
        int cells = 0;
        while (!open.isEmpty()) {
            int cell = open.pop();
            int x = cell % columns;
            int y = cell / columns;
            cells++;
            box = box.around(new Box(x, y, 1, 1));
            for (int row = Math.max(0, y - 1); row <= Math.min(rows - 1, y + 1); row++) {
                for (int column = Math.max(0, x - 1); column <= Math.min(columns - 1, x + 1); column++) {
                    visit(row * columns + column, open);
                }
            }
        }
        return new Piece(cells, box);
    }

    private void visit(int cell, Deque<Integer> open) {
        if (covered[cell]) {
            covered[cell] = false;
            open.push(cell);
        }
    }
}
