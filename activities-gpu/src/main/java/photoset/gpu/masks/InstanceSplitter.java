package photoset.gpu.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import photoset.gpu.masks.Instance.Box;
import photoset.imaging.Mask;
import photoset.imaging.Plane;
import photoset.imaging.regions.ColumnRuns;
import photoset.imaging.regions.Rle;
import photoset.imaging.regions.RunGroup;

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
        return parts.instances(concept, RunGroup.whole(parts.runs));
    }

    /** Every connected part as an instance, the largest first. */
    public static List<Instance> connected(String concept, Mask mask, Plane probability) {
        var parts = new InstanceSplitter(mask, probability);
        return parts.instances(concept, RunGroup.connected(parts.runs, AREA_PX_MIN));
    }

    private List<Instance> instances(String concept, List<RunGroup> parts) {
        var instances = new ArrayList<Instance>();
        for (RunGroup part : parts) {
            instances.add(new Instance(
                    concept,
                    new Name(concept, instances.size() + 1).toString(),
                    score(part),
                    new Box(part.left(), part.top(), part.width(), part.height()),
                    part.area(),
                    part.rle()));
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

    private double score(RunGroup part) {
        double sum = 0;
        for (int run : part.members()) {
            sum += mean(run) * (runs.bottom(run) - runs.top(run));
        }
        return rounded(sum / part.area());
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
