package photoset.cpu.edges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import photoset.imaging.Mask;
import photoset.imaging.regions.BitMask;

/** Before edges are drawn: small missing pieces of a surface are given back to it, small pieces on other things are dropped. */
final class Repair {
    private final Grid grid;

    Repair(Grid grid) {
        this.grid = grid;
    }

    /** The masks themselves where nothing is to be repaired. */
    List<Mask> repaired(List<Mask> masks) {
        List<BitMask> covered =
                new ArrayList<>(masks.stream().map(grid::covered).toList());
        List<Mask> repaired = new ArrayList<>();
        for (int i = 0; i < masks.size(); i++) {
            var before = covered.get(i);
            var after = new MaskRepair(grid, before, taken(covered, i)).repaired();
            // What one was given is taken for the next.
            covered.set(i, after);
            repaired.add(redrawn(masks.get(i), before, after));
        }
        return repaired;
    }

    /** What other surfaces cover; those that lie on this one on purpose, as tiles on a wall, take nothing from it. */
    private BitMask taken(List<BitMask> covered, int own) {
        var taken = new BitMask(grid.columns(), grid.rows());
        for (int i = 0; i < covered.size(); i++) {
            if (i != own && !areLayered(covered.get(own), covered.get(i))) {
                taken = taken.or(covered.get(i));
            }
        }
        return taken;
    }

    private static boolean areLayered(BitMask one, BitMask other) {
        return 2 * one.and(other).count() > Math.min(one.count(), other.count());
    }

    /** The mask with nodes given to it and dropped. */
    Mask redrawn(Mask mask, BitMask before, BitMask after) {
        var given = after.without(before);
        var dropped = before.without(after);
        if (given.isEmpty() && dropped.isEmpty()) {
            return mask;
        }
        byte[] levels = mask.levels().clone();
        draw(levels, given, (byte) 255);
        draw(levels, dropped, (byte) 0);
        return new Mask(mask.width(), mask.height(), levels);
    }

    private void draw(byte[] levels, BitMask nodes, byte level) {
        for (int node = nodes.next(0); node < nodes.size(); node = nodes.next(node + 1)) {
            draw(levels, node, level);
        }
    }

    private void draw(byte[] levels, int node, byte level) {
        int width = grid.photo().width();
        int left = node % grid.columns() * grid.step();
        int top = node / grid.columns() * grid.step();
        int right = Math.min(width, left + grid.step());
        int bottom = Math.min(grid.photo().height(), top + grid.step());
        for (int y = top; y < bottom; y++) {
            Arrays.fill(levels, y * width + left, y * width + right, level);
        }
    }
}
