package photoset.cpu.edges;

import java.util.ArrayList;
import java.util.List;
import photoset.imaging.regions.BitMask;
import photoset.imaging.regions.ConnectedComponents;
import photoset.imaging.regions.Connectivity;

/** The missing and the surplus pieces of one mask, told by the surface's own colour around them. */
final class MaskRepair {
    /** A mask below this share of the photo is a thing, not a surface, and is left as it is. */
    private static final double SURFACE_SHARE_MIN = .03;

    /** A larger missing piece is another surface of the same colour: a door, a ceiling. */
    private static final double PIECE_SHARE_MAX = .012;

    /** Behind something of one colour a piece must be this small, because the mat of a framed picture looks the same. */
    private static final double FRAMED_SHARE_MAX = .001;

    /** A piece is enclosed if the surface is seen in three of four directions, this share of the long side away at most. */
    private static final double SIGHT_SHARE = .15;

    private static final int DIRECTIONS_MIN = 3;

    /** As large a share of the piece must be so; a skirting or a moulding has the surface on one side only. */
    private static final double ENCLOSED_MIN = .6;

    /** Behind: at most this many cells of the network away: a branch, a cable, the leg of a chair. */
    private static final double BEHIND_CELLS = 3;

    /** A piece that fills less of its own rectangle goes around something, as a mat does, or along an edge. */
    private static final double FULL_MIN = .5;

    /** A surplus piece of more than this share of the mask is no speck. */
    private static final double ISLAND_SHARE_MAX = .01;

    /** A surplus piece that touches the surface: smaller is noise, larger is a wall of its own. */
    private static final double SPILL_SHARE_MIN = .001;

    private static final double SPILL_SHARE_MAX = .12;

    /** So much of its rim lies on no edge, in the middle of a thing; that of a wall lies along what stands before it. */
    private static final double OPEN_MIN = .3;

    private final Grid grid;
    private final Seams seams;
    private final BitMask covered;
    private final BitMask taken;
    private final int count;
    private final int behind;

    MaskRepair(Grid grid, BitMask covered, BitMask taken) {
        this.grid = grid;
        this.seams = grid.seams();
        this.covered = covered;
        this.taken = taken;
        this.count = covered.count();
        this.behind = (int) Math.round(BEHIND_CELLS * grid.cellPx() / grid.step());
    }

    BitMask repaired() {
        if (count < SURFACE_SHARE_MIN * covered.size() || Refinement.areLines(grid, covered)) {
            return covered;
        }
        var core = new BitMask(grid.columns(), grid.rows());
        List<int[]> islands = new ArrayList<>();
        ConnectedComponents.forEach(covered, Connectivity.FOUR, piece -> {
            if (piece.size() > ISLAND_SHARE_MAX * count) {
                piece.addTo(core);
            } else {
                islands.add(piece.pixels());
            }
        });
        var similarity = new ColorSimilarity(grid, core, core.or(taken).inverse());
        var repaired = covered.copy();
        for (int[] island : islands) {
            if (!similarity.isMostlyLike(island)) {
                for (int node : island) {
                    repaired.remove(node);
                }
            }
        }
        for (int[] spill : spills(core)) {
            for (int node : spill) {
                repaired.remove(node);
            }
        }
        give(similarity, repaired);
        return repaired;
    }

    /** Pieces of the surface that go on seamlessly in what lies beside it and end where the rest of the surface begins. */
    private List<int[]> spills(BitMask core) {
        List<int[]> spills = new ArrayList<>();
        ConnectedComponents.forEach(covered, seams.even(), piece -> {
            if (piece.size() >= SPILL_SHARE_MIN * covered.size() && piece.size() <= SPILL_SHARE_MAX * count) {
                spills.add(piece.pixels());
            }
        });
        spills.removeIf(nodes -> !isSpilt(nodes, core));
        return spills;
    }

    private boolean isSpilt(int[] nodes, BitMask core) {
        var own = new BitMask(grid.columns(), grid.rows());
        for (int node : nodes) {
            own.add(node);
        }
        int rim = 0;
        int open = 0;
        for (int node : nodes) {
            for (int beside : beside(node)) {
                if (!own.has(beside)) {
                    rim++;
                    open += !covered.has(beside)
                                    && !taken.has(beside)
                                    && seams.even().holds(node, beside)
                            ? 1
                            : 0;
                }
            }
        }
        return open >= OPEN_MIN * rim && !new ColorSimilarity(grid, core.without(own), own).isMostlyLike(nodes);
    }

    /** The neighbours of a node; itself in place of those beyond the border. */
    private int[] beside(int node) {
        int column = node % grid.columns();
        return new int[] {
            column > 0 ? node - 1 : node,
            column < grid.columns() - 1 ? node + 1 : node,
            node >= grid.columns() ? node - grid.columns() : node,
            node + grid.columns() < covered.size() ? node + grid.columns() : node
        };
    }

    private void give(ColorSimilarity similarity, BitMask repaired) {
        var like = similarity.alike(covered.or(taken).inverse());
        var near = covered.grown(behind);
        var beyondTheBand = covered.grown(Refinement.reach(grid)).inverse();
        ConnectedComponents.forEach(like, seams.seamless(), piece -> {
            boolean candidate = piece.size() <= PIECE_SHARE_MAX * like.size()
                    && piece.touches(near)
                    && piece.touches(beyondTheBand)
                    && piece.extent() >= FULL_MIN
                    && similarity.isVeryLike(piece)
                    && isEnclosed(piece);
            if (candidate && (touches(piece) || isBehind(piece, similarity))) {
                piece.addTo(repaired);
            }
        });
    }

    private boolean isEnclosed(ConnectedComponents.Component piece) {
        int enclosed = 0;
        for (int i = 0; i < piece.size(); i++) {
            int node = piece.pixel(i);
            int column = node % grid.columns();
            int row = node / grid.columns();
            int seen = sees(node, -1, column) + sees(node, 1, grid.columns() - 1 - column);
            seen += sees(node, -grid.columns(), row) + sees(node, grid.columns(), grid.rows() - 1 - row);
            enclosed += seen >= DIRECTIONS_MIN ? 1 : 0;
        }
        return enclosed >= ENCLOSED_MIN * piece.size();
    }

    /** 1 if the surface comes up along a line with so many nodes to the border, else 0. */
    private int sees(int from, int step, int left) {
        int steps = Math.min(left, (int) (SIGHT_SHARE * Math.max(grid.columns(), grid.rows())));
        for (int i = 1; i <= steps; i++) {
            if (covered.has(from + i * step)) {
                return 1;
            }
        }
        return 0;
    }

    private boolean isBehind(ConnectedComponents.Component piece, ColorSimilarity similarity) {
        boolean tiny = piece.size() <= FRAMED_SHARE_MAX * covered.size();
        return tiny || similarity.isBetweenThings(around(piece));
    }

    /** What is not of the surface within reach of a piece. */
    private BitMask around(ConnectedComponents.Component piece) {
        var own = new BitMask(grid.columns(), grid.rows());
        piece.addTo(own);
        return own.grown(behind).without(own).without(covered);
    }

    private boolean touches(ConnectedComponents.Component piece) {
        for (int i = 0; i < piece.size(); i++) {
            for (int beside : beside(piece.pixel(i))) {
                if (touches(piece.pixel(i), beside)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean touches(int node, int beside) {
        return covered.has(beside) && seams.seamless().holds(node, beside);
    }
}
