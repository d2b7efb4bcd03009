package photoset.api.instances;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import photoset.api.instances.InstanceView.RunLengths;

/**
 * The outlines of an instance, exactly along its pixels, from its run-lengths: no picture is made for it. Every ring has the
 * pixels to its right, so that those of holes run the other way round.
 */
final class Outlines {
    /** Where each edge ends, by where it begins. At a corner that two parts share two edges begin. */
    private final Map<Long, List<Long>> ends = new HashMap<>();

    private Outlines() {}

    /** Rings of corners {@code [x, y]} in pixels, the first corner not repeated; filled by the even-odd rule. */
    static List<List<int[]>> of(RunLengths pixels) {
        var outlines = new Outlines();
        outlines.lay(new PackedRuns(pixels));
        return outlines.rings();
    }

    private void lay(PackedRuns runs) {
        List<int[]> left = List.of();
        for (int x = 0; x < runs.width(); x++) {
            var here = runs.of(x);
            for (int[] run : here) {
                edge(x, run[0], x + 1, run[0]);
                edge(x + 1, run[1], x, run[1]);
            }
            upright(x, left, here);
            left = here;
        }
        upright(runs.width(), left, List.of());
    }

    /** The edges between two columns: down where only the left one has pixels, up where only the right one has. */
    private void upright(int x, List<int[]> left, List<int[]> right) {
        for (int[] part : without(left, right)) {
            edge(x, part[0], x, part[1]);
        }
        for (int[] part : without(right, left)) {
            edge(x, part[1], x, part[0]);
        }
    }

    /** What of some runs the others do not cover. */
    private static List<int[]> without(List<int[]> runs, List<int[]> others) {
        List<int[]> rest = new ArrayList<>();
        int next = 0;
        for (int[] run : runs) {
            int from = run[0];
            while (next < others.size() && others.get(next)[1] <= from) {
                next++;
            }
            for (int i = next; i < others.size() && others.get(i)[0] < run[1]; i++) {
                if (others.get(i)[0] > from) {
                    rest.add(new int[] {from, others.get(i)[0]});
                }
                from = Math.max(from, others.get(i)[1]);
            }
            if (from < run[1]) {
                rest.add(new int[] {from, run[1]});
            }
        }
        return rest;
    }

    private void edge(int fromX, int fromY, int toX, int toY) {
        ends.computeIfAbsent(point(fromX, fromY), _ -> new ArrayList<>(1)).add(point(toX, toY));
    }

    private List<List<int[]>> rings() {
        List<List<int[]>> rings = new ArrayList<>();
        for (long start : ends.keySet().stream().sorted().toList()) {
            while (!open(start).isEmpty()) {
                rings.add(ring(start));
            }
        }
        return rings;
    }

    private List<int[]> ring(long start) {
        List<Long> points = new ArrayList<>();
        long before = start;
        long at = take(start, start);
        points.add(start);
        while (at != start) {
            points.add(at);
            long next = take(before, at);
            before = at;
            at = next;
        }
        return corners(points);
    }

    /** Of two edges the one that turns right, so that parts which touch at a corner have rings of their own. */
    private long take(long before, long at) {
        var open = open(at);
        int chosen = open.size() > 1 && !turnsRight(before, at, open.getFirst()) ? 1 : 0;
        return open.remove(chosen);
    }

    /** Where edges that are not taken yet end which begin at a point. */
    private List<Long> open(long point) {
        return Objects.requireNonNull(ends.get(point), "the edges do not close");
    }

    private static boolean turnsRight(long before, long at, long next) {
        return turn(before, at, next) > 0;
    }

    /** Positive to the right, with y down; 0 straight on. */
    private static long turn(long before, long at, long next) {
        return (long) (x(at) - x(before)) * (y(next) - y(at)) - (long) (y(at) - y(before)) * (x(next) - x(at));
    }

    /** Without the points on a straight line. */
    private static List<int[]> corners(List<Long> points) {
        List<int[]> corners = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            long at = points.get(i);
            long before = points.get((i + points.size() - 1) % points.size());
            if (turn(before, at, points.get((i + 1) % points.size())) != 0) {
                corners.add(new int[] {x(at), y(at)});
            }
        }
        return corners;
    }

    private static long point(int x, int y) {
        return (long) x << Integer.SIZE | y;
    }

    private static int x(long point) {
        return (int) (point >> Integer.SIZE);
    }

    private static int y(long point) {
        return (int) point;
    }
}
