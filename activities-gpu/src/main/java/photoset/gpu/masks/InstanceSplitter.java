package photoset.gpu.masks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import photoset.gpu.masks.Instance.Box;
import photoset.imaging.Mask;
import photoset.imaging.Plane;
import photoset.imaging.regions.ColumnRuns;
import photoset.imaging.regions.Rle;

/** Turns a mask of photo size into instances. */
public final class InstanceSplitter {
    /** A countable thing of fewer pixels is a crumb of a contour, not a thing. */
    private static final int AREA_PX_MIN = 16;

    private final ColumnRuns runs;
    private final Plane probability;

    private InstanceSplitter(Mask mask, Plane probability) {
        this.runs = ColumnRuns.of(mask);
        this.probability = columnSums(probability);
    }

    /**
     * All covered pixels as one instance, or none if nothing is covered.
     *
     * @param probability of any size; covers the same field of view as the mask
     */
    public static List<Instance> whole(String concept, Mask mask, Plane probability) {
        var parts = new InstanceSplitter(mask, probability);
        var all = new ArrayList<Integer>();
        for (int run = 0; run < parts.runs.size(); run++) {
            all.add(run);
        }
        return all.isEmpty() ? List.of() : List.of(parts.instance(concept, 1, all));
    }

    /** Every connected part as an instance, the largest first. */
    public static List<Instance> connected(String concept, Mask mask, Plane probability) {
        var parts = new InstanceSplitter(mask, probability);
        var instances = new ArrayList<Instance>();
        for (List<Integer> part : parts.groups()) {
            instances.add(parts.instance(concept, instances.size() + 1, part));
        }
        return instances;
    }

    /**
     * All covered pixels of a part of a photo as one instance, or none if there are too few for a thing.
     *
     * @param name of the concept and number of the instance
     * @param where the part lies
     * @param photo the size of the whole, from the origin
     */
    public static Optional<Instance> within(Name name, double score, Mask part, Box where, Box photo) {
        long area = part.area();
        if (area < AREA_PX_MIN) {
            return Optional.empty();
        }
        var runs = ColumnRuns.of(part);
        var starts = new int[runs.size()];
        var ends = new int[runs.size()];
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (int i = 0; i < starts.length; i++) {
            int column = (where.x() + runs.column(i)) * photo.h() + where.y();
            starts[i] = column + runs.top(i);
            ends[i] = column + runs.bottom(i);
            top = Math.min(top, runs.top(i));
            bottom = Math.max(bottom, runs.bottom(i));
        }
        int left = runs.column(0);
        int width = runs.column(runs.size() - 1) - left + 1;
        return Optional.of(new Instance(
                name.concept(),
                name.toString(),
                rounded(score),
                new Box(where.x() + left, where.y() + top, width, bottom - top),
                area,
                Rle.of(photo.h(), photo.w(), starts, ends)));
    }

    /** What an instance is called. */
    public record Name(String concept, int number) {
        @Override
        public String toString() {
            return concept + "-" + number;
        }
    }

    private List<List<Integer>> groups() {
        var components = runs.components();
        var bySet = new ArrayList<List<Integer>>();
        for (int run = 0; run < runs.size(); run++) {
            bySet.add(new ArrayList<>());
        }
        for (int run = 0; run < runs.size(); run++) {
            bySet.get(components.find(run)).add(run);
        }
        bySet.removeIf(part -> part.isEmpty() || area(part) < AREA_PX_MIN);
        bySet.sort(Comparator.comparingLong(this::area).reversed());
        return bySet;
    }

    private long area(List<Integer> part) {
        return part.stream().mapToLong(run -> runs.bottom(run) - runs.top(run)).sum();
    }

    private Instance instance(String concept, int number, List<Integer> part) {
        var starts = new int[part.size()];
        var ends = new int[part.size()];
        for (int i = 0; i < starts.length; i++) {
            int column = runs.column(part.get(i)) * runs.height();
            starts[i] = column + runs.top(part.get(i));
            ends[i] = column + runs.bottom(part.get(i));
        }
        var rle = Rle.of(runs.height(), runs.width(), starts, ends);
        return new Instance(concept, new Name(concept, number).toString(), score(part), box(part), area(part), rle);
    }

    private Box box(List<Integer> part) {
        int left = runs.column(part.getFirst());
        int right = runs.column(part.getLast());
        int top = part.stream().mapToInt(runs::top).min().orElseThrow();
        int bottom = part.stream().mapToInt(runs::bottom).max().orElseThrow();
        return new Box(left, top, right - left + 1, bottom - top);
    }

    private double score(List<Integer> part) {
        double sum = 0;
        for (int run : part) {
            sum += mean(run) * (runs.bottom(run) - runs.top(run));
        }
        return rounded(sum / area(part));
    }

    private static double rounded(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }

    /** Mean probability over a run, taken from the pixels of the smaller plane that it crosses. */
    private double mean(int run) {
        int x = (int) ((runs.column(run) + .5) * probability.width() / runs.width());
        int rows = probability.height() - 1;
        int from = (int) ((runs.top(run) + .5) * rows / runs.height());
        int to = Math.max(from + 1, (int) ((runs.bottom(run) - .5) * rows / runs.height()) + 1);
        float[] sums = probability.values();
        int width = probability.width();
        return (sums[to * width + x] - sums[from * width + x]) / (to - from);
    }

    /** One row more than the plane; row y holds the sum of the rows above y. */
    private static Plane columnSums(Plane plane) {
        int width = plane.width();
        var sums = new float[width * (plane.height() + 1)];
        for (int i = 0; i < plane.values().length; i++) {
            sums[i + width] = sums[i] + plane.values()[i];
        }
        return new Plane(width, plane.height() + 1, sums);
    }
}
