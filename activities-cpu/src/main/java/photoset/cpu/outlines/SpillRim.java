package photoset.cpu.outlines;

import photoset.imaging.RgbPlanes;
import photoset.imaging.regions.BitMask;
import photoset.imaging.regions.ConnectedComponents;

/** Where a piece of a mask ends, against the mask's rest and against what is outside, and with how much of an edge. */
final class SpillRim {
    /** Colors are compared so many nodes beyond the rim with those as far inside, less the rim's own node. */
    private static final int BEYOND = 4;

    /** Encoded sRGB in the channel that differs most: more is an edge, less goes on. */
    private static final float EDGE = .03f;

    private static final float EVEN = .025f;

    /** So much of the rim lies against the mask's rest: a strip along it, no handle or lid that stands off. */
    private static final double WITHIN = .3;

    /** And so much outside: a stripe of the thing that ends at its contour has less. */
    private static final double WITHOUT = .1;

    /** So much of that on an edge. */
    private static final double PARTED = .7;

    /** So much of the rest of the rim on none. */
    private static final double OPEN = .15;

    private final RgbPlanes colors;
    private final BitMask mask;
    private final BitMask near;
    private final BitMask own;
    private int inner;
    private int parted;
    private int outer;
    private int open;

    SpillRim(RgbPlanes colors, ConnectedComponents.Component piece, BitMask mask, BitMask near) {
        this.colors = colors;
        this.mask = mask;
        this.near = near;
        this.own = new BitMask(mask.columns(), mask.rows());
        piece.addTo(own);
        for (int i = 0; i < piece.size(); i++) {
            look(piece.pixel(i), 1, 0);
            look(piece.pixel(i), -1, 0);
            look(piece.pixel(i), 0, 1);
            look(piece.pixel(i), 0, -1);
        }
    }

    boolean isSpilt() {
        int rim = inner + outer;
        return inner >= WITHIN * rim && outer >= WITHOUT * rim && parted >= PARTED * inner && open >= OPEN * outer;
    }

    private void look(int node, int right, int down) {
        int beside = moved(node, right, down);
        if (own.has(beside)) {
            return;
        }
        int beyond = moved(node, BEYOND * right, BEYOND * down);
        if (!mask.has(beside) || !mask.has(beyond)) {
            outer++;
            open += isEven(node, right, down) ? 1 : 0;
        } else if (near.has(beside)) {
            // Farther in, nobody looked.
            inner++;
            parted += step(moved(node, -right, -down), beyond) > EDGE ? 1 : 0;
        }
    }

    private boolean isEven(int node, int right, int down) {
        int inside = moved(node, -right, -down);
        for (int away = 0; away <= BEYOND; away++) {
            if (step(inside, moved(node, away * right, away * down)) >= EVEN) {
                return false;
            }
        }
        return true;
    }

    private int moved(int node, int right, int down) {
        int column = Math.clamp(node % mask.columns() + right, 0, mask.columns() - 1);
        int row = Math.clamp(node / mask.columns() + down, 0, mask.rows() - 1);
        return row * mask.columns() + column;
    }

    private float step(int one, int other) {
        float red = Math.abs(colors.red()[one] - colors.red()[other]);
        float green = Math.abs(colors.green()[one] - colors.green()[other]);
        float blue = Math.abs(colors.blue()[one] - colors.blue()[other]);
        return Math.max(red, Math.max(green, blue));
    }
}
