package photoset.imaging.regions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Covered pixels that belong together, as some of the runs of a mask.
 *
 * @param runs of the whole mask
 * @param members which of them, ascending; at least one
 */
public record RunGroup(ColumnRuns runs, List<Integer> members) {
    /** All that is covered; empty when nothing is. */
    public static List<RunGroup> whole(ColumnRuns runs) {
        List<Integer> all = new ArrayList<>();
        for (int run = 0; run < runs.size(); run++) {
            all.add(run);
        }
        return all.isEmpty() ? List.of() : List.of(new RunGroup(runs, all));
    }

    /** Every connected part ({@link Connectivity#EIGHT}) of at least so many pixels, the largest first. */
    public static List<RunGroup> connected(ColumnRuns runs, int areaMin) {
        var components = runs.components();
        List<List<Integer>> bySet = new ArrayList<>();
        for (int run = 0; run < runs.size(); run++) {
            bySet.add(new ArrayList<>());
        }
        for (int run = 0; run < runs.size(); run++) {
            bySet.get(components.find(run)).add(run);
        }
        return bySet.stream()
                .filter(members -> !members.isEmpty())
                .map(members -> new RunGroup(runs, members))
                .filter(group -> group.area() >= areaMin)
                .sorted(Comparator.comparingLong(RunGroup::area).reversed())
                .toList();
    }

    /** How many pixels. */
    public long area() {
        return members.stream()
                .mapToLong(run -> runs.bottom(run) - runs.top(run))
                .sum();
    }

    /** The first column. */
    public int left() {
        return runs.column(members.getFirst());
    }

    /** Columns from the first to the last. */
    public int width() {
        return runs.column(members.getLast()) - left() + 1;
    }

    /** The first row. */
    public int top() {
        return members.stream().mapToInt(runs::top).min().orElseThrow();
    }

    /** Rows from the first to the last. */
    public int height() {
        return members.stream().mapToInt(runs::bottom).max().orElseThrow() - top();
    }

    /** The pixels within the whole mask. */
    public Rle rle() {
        var starts = new int[members.size()];
        var ends = new int[members.size()];
        for (int i = 0; i < starts.length; i++) {
            int column = runs.column(members.get(i)) * runs.height();
            starts[i] = column + runs.top(members.get(i));
            ends[i] = column + runs.bottom(members.get(i));
        }
        return Rle.of(runs.height(), runs.width(), starts, ends);
    }
}
