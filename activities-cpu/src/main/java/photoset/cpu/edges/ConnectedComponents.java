package photoset.cpu.edges;

import java.util.Arrays;
import java.util.function.Consumer;

/** Finds connected pieces (sides, not corners) of a field. */
public final class ConnectedComponents {
    private final int columns;
    private final int[] nodes;

    /** For fields of this shape. */
    public ConnectedComponents(BitMask field) {
        this.columns = field.columns();
        this.nodes = new int[field.size()];
    }

    /** Whether two neighbours of the field belong together. */
    public interface Bond {
        boolean holds(int node, int beside);
    }

    /** One connected piece; valid until the next is found. */
    public final class Piece {
        private int from;
        private int to;

        public int size() {
            return to - from;
        }

        public int node(int i) {
            return nodes[from + i];
        }

        /** How much of the rectangle around it the piece fills, 0 to 1. */
        public double fullness() {
            int left = columns;
            int right = 0;
            for (int i = from; i < to; i++) {
                left = Math.min(left, nodes[i] % columns);
                right = Math.max(right, nodes[i] % columns);
            }
            int top = Integer.MAX_VALUE;
            int bottom = 0;
            for (int i = from; i < to; i++) {
                top = Math.min(top, nodes[i] / columns);
                bottom = Math.max(bottom, nodes[i] / columns);
            }
            return (double) size() / ((right - left + 1) * (bottom - top + 1));
        }

        public void addTo(BitMask field) {
            for (int i = from; i < to; i++) {
                field.add(nodes[i]);
            }
        }

        /** A copy that stays valid. */
        public int[] nodes() {
            return Arrays.copyOfRange(nodes, from, to);
        }

        public boolean touches(BitMask field) {
            for (int i = from; i < to; i++) {
                if (field.has(nodes[i])) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Tells every piece once, in the order of their first nodes. */
    public void pieces(BitMask field, Bond bond, Consumer<Piece> told) {
        var left = field.copy();
        var piece = new Piece();
        for (int node = left.next(0); node < left.size(); node = left.next(node + 1)) {
            fill(left, bond, piece, node);
            told.accept(piece);
        }
    }

    private void fill(BitMask left, Bond bond, Piece piece, int first) {
        piece.from = 0;
        piece.to = 0;
        visit(left, piece, first);
        for (int i = 0; i < piece.to; i++) {
            int node = nodes[i];
            int column = node % columns;
            spread(left, bond, piece, node, column > 0 ? node - 1 : node);
            spread(left, bond, piece, node, column < columns - 1 ? node + 1 : node);
            spread(left, bond, piece, node, node >= columns ? node - columns : node);
            spread(left, bond, piece, node, node + columns < left.size() ? node + columns : node);
        }
    }

    private void spread(BitMask left, Bond bond, Piece piece, int node, int beside) {
        if (left.has(beside) && bond.holds(node, beside)) {
            visit(left, piece, beside);
        }
    }

    private void visit(BitMask left, Piece piece, int node) {
        left.remove(node);
        nodes[piece.to++] = node;
    }
}
