package photoset.cpu.outlines;

import java.util.ArrayList;
import java.util.List;
import photoset.imaging.RgbPlanes;
import photoset.imaging.regions.BitMask;
import photoset.imaging.regions.ConnectedComponents;
import photoset.imaging.regions.Connectivity;

/**
 * What a mask has of its surroundings, as a strip of floor beside a teapot: pieces along its contour in colors that are those
 * around the mask and not those farther inside, which go on outside without an edge of the photo here or there, and which
 * edges part from the rest of the mask.
 */
public final class Spills {
    /** How far a piece reaches into the mask, in nodes; farther in by {@link #TAKEN} rounds. */
    private static final int DEPTH = 24;

    private static final int TAKEN = 3;

    /** The mask's own colors are those so far inside, in nodes: more than a spill is deep. */
    private static final int OWN_DEPTH = 30;

    /** Beside a contour colors are mixed, in nodes. */
    private static final int MIXED = 2;

    /** As common as this a color is one of the surroundings. */
    private static final double COMMON = .03;

    /** So many times as common outside as inside. */
    private static final double ODDS = 8;

    /** As light as this all things look the same. */
    private static final float CLIPPED = .97f;

    /** Nodes of a piece: 32 cells of a network; less is not worth the risk. */
    private static final int SIZE_MIN = 72;

    /** A larger share of the mask is a side of the thing that has the surroundings' color. */
    private static final double SHARE_MAX = .05;

    private final RgbPlanes colors;
    private final int columns;
    private final int rows;

    /** A photo seen through nodes, whose mean colors are encoded sRGB, 0 to 1. */
    public Spills(RgbPlanes colors, int columns) {
        this.colors = colors;
        this.columns = columns;
        this.rows = colors.size() / columns;
    }

    /** Those of a mask over the nodes; of its inverse they are what it misses. */
    public BitMask of(BitMask mask) {
        var rest = mask;
        for (int round = 0; round < TAKEN; round++) {
            var spills = alongContour(rest);
            if (spills.isEmpty()) {
                break;
            }
            rest = rest.without(spills);
        }
        return mask.without(rest.without(remains(rest, mask.without(rest))));
    }

    /** Pieces of the rest amid spills that are too small to be told. */
    private BitMask remains(BitMask rest, BitMask spills) {
        var remains = new BitMask(columns, rows);
        if (!spills.isEmpty()) {
            var reach = spills.grown(1);
            ConnectedComponents.forEach(rest, Connectivity.FOUR, piece -> {
                if (piece.size() < SIZE_MIN && piece.touches(reach)) {
                    piece.addTo(remains);
                }
            });
        }
        return remains;
    }

    private BitMask alongContour(BitMask mask) {
        var outside = mask.inverse();
        var near = outside.grown(DEPTH).and(mask);
        double sizeMax = SHARE_MAX * mask.count();
        List<BitMask> pieces = new ArrayList<>();
        ConnectedComponents.forEach(foreign(mask, outside, near), Connectivity.FOUR, piece -> {
            boolean isCandidate = piece.size() >= SIZE_MIN && piece.size() <= sizeMax;
            if (isCandidate && new SpillRim(colors, piece, mask, near).isSpilt()) {
                var nodes = new BitMask(columns, rows);
                piece.addTo(nodes);
                pieces.add(nodes);
            }
        });
        var spills = new BitMask(columns, rows);
        for (var piece : pieces) {
            spills = isLessThanWhatItJoins(piece, outside) ? spills.or(piece) : spills;
        }
        return spills;
    }

    /** Nodes of the surroundings' colors, without what is a node wide. */
    private BitMask foreign(BitMask mask, BitMask outside, BitMask near) {
        var around = new LocalColors(colors, outside.and(mask.grown(DEPTH)).without(mask.grown(MIXED)));
        var own = new LocalColors(colors, mask.without(outside.grown(OWN_DEPTH)));
        var foreign = new BitMask(columns, rows);
        for (int node = near.next(0); node < near.size(); node = near.next(node + 1)) {
            double common = around.share(node);
            if (common > COMMON
                    && common > ODDS * own.shareInAnyLight(node)
                    && LocalColors.lightness(colors, node) < CLIPPED) {
                foreign.add(node);
            }
        }
        return foreign.inverse().grown(1).inverse().grown(1);
    }

    /** Of a thing of which the larger part is in the mask, the smaller is missing rather. */
    private static boolean isLessThanWhatItJoins(BitMask piece, BitMask outside) {
        var reach = piece.grown(1);
        int[] joined = {0};
        ConnectedComponents.forEach(outside, Connectivity.FOUR, other -> {
            joined[0] += other.touches(reach) ? other.size() : 0;
        });
        return piece.count() <= joined[0];
    }
}
