package photoset.imaging.regions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;

/** The components of a mask from pixel to pixel, by the definition. */
final class FloodFill {
    private final BitMask mask;
    private final Connectivity connectivity;
    private final Bonds.Pair bond;

    FloodFill(BitMask mask, Connectivity connectivity, Bonds.Pair bond) {
        this.mask = mask;
        this.connectivity = connectivity;
        this.bond = bond;
    }

    static List<int[]> components(BitMask mask, Connectivity connectivity) {
        return new FloodFill(mask, connectivity, (_, _) -> true).components();
    }

    /** In the order of their first pixels, which are in order themselves. */
    List<int[]> components() {
        List<int[]> found = new ArrayList<>();
        var left = mask.copy();
        for (int first = left.next(0); first < left.size(); first = left.next(first)) {
            found.add(component(first, left));
        }
        return found;
    }

    private int[] component(int first, BitMask left) {
        var component = new TreeSet<Integer>();
        Queue<Integer> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            int pixel = open.remove();
            if (left.has(pixel)) {
                left.remove(pixel);
                component.add(pixel);
                for (int beside = 0; beside < mask.size(); beside++) {
                    if (left.has(beside) && areNeighbors(pixel, beside) && bond.holds(pixel, beside)) {
                        open.add(beside);
                    }
                }
            }
        }
        return component.stream().mapToInt(i -> i).toArray();
    }

    private boolean areNeighbors(int pixel, int other) {
        int across = Math.abs(pixel % mask.columns() - other % mask.columns());
        int down = Math.abs(pixel / mask.columns() - other / mask.columns());
        return connectivity == Connectivity.EIGHT ? Math.max(across, down) == 1 : across + down == 1;
    }
}
