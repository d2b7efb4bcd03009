package photoset.cpu.edges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import photoset.cpu.grid.Grid;
import photoset.cpu.pixels.Mask;

/** Before edges are drawn: small missing pieces of a surface are given back to it, small pieces on other things are dropped. */
final class Repair {
    private final Grid grid;

    Repair(Grid grid) {
        this.grid = grid;
    }

    /** The masks themselves where nothing is to be repaired. */
    List<Mask> repaired(List<Mask> masks) {
        List<boolean[]> covered =
                new ArrayList<>(masks.stream().map(grid::covered).toList());
        List<Mask> repaired = new ArrayList<>();
        for (int i = 0; i < masks.size(); i++) {
            boolean[] before = covered.get(i);
            boolean[] after = new Pieces(grid, before, taken(covered, i)).repaired();
            // What one was given is taken for the next.
            covered.set(i, after);
            repaired.add(redrawn(masks.get(i), before, after));
        }
        return repaired;
    }

    /** What other surfaces cover; those that lie on this one on purpose, as tiles on a wall, take nothing from it. */
    private boolean[] taken(List<boolean[]> covered, int own) {
        boolean[] taken = new boolean[grid.size()];
        for (int i = 0; i < covered.size(); i++) {
            if (i != own && !areLayered(covered.get(own), covered.get(i))) {
                for (int node = 0; node < taken.length; node++) {
                    taken[node] |= covered.get(i)[node];
                }
            }
        }
        return taken;
    }

    private static boolean areLayered(boolean[] one, boolean[] other) {
        int both = 0;
        int first = 0;
        int second = 0;
        for (int node = 0; node < one.length; node++) {
            both += one[node] && other[node] ? 1 : 0;
            first += one[node] ? 1 : 0;
            second += other[node] ? 1 : 0;
        }
        return 2 * both > Math.min(first, second);
    }

    private Mask redrawn(Mask mask, boolean[] before, boolean[] after) {
        byte[] levels = null;
        for (int node = 0; node < before.length; node++) {
            if (before[node] != after[node]) {
                levels = levels == null ? mask.levels().clone() : levels;
                draw(levels, node, (byte) (after[node] ? 255 : 0));
            }
        }
        return levels == null ? mask : new Mask(mask.width(), mask.height(), levels);
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
