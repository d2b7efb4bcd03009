package photoset.api.forecast;

import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is since it was queued last.
 *
 * @param ended photos that have ended
 * @param pending photos that nobody works on yet
 * @param ages of the photos that are worked on, in seconds
 * @param endedSeconds what those that have ended took, together
 * @param ahead what is to be done until it ends, that of the jobs before it included
 */
record JobPace(int ended, int pending, List<Double> ages, double endedSeconds, Workload ahead) {
    /** Of the mean: what a photo is given that takes longer than the others did. */
    private static final double OVERTIME = 0.25;

    /** A photo that is worked on is half done on average. */
    private static final double HALF_WAY = 2;

    /**
     * Seconds until the last photo has ended. Once some have, the others are laid one after another into the places that
     * become free, each as long as those were on average; what other jobs take away is in that already. Before, the job is
     * as fast as the installation was.
     */
    @Nullable
    Double remainingSeconds() {
        if (ended == 0 || endedSeconds <= 0) {
            @Nullable Double all = ahead.seconds();
            return all == null
                    ? null
                    : Math.max(
                            0, all - ages.stream().mapToDouble(age -> age).max().orElse(0));
        }
        double mean = mean();
        var places = new PriorityQueue<Double>();
        ages.forEach(age -> places.add(Math.max(mean - age, OVERTIME * mean)));
        if (places.isEmpty()) {
            places.add(0.0);
        }
        double last = places.stream().mapToDouble(end -> end).max().orElse(0);
        for (int photo = 0; photo < pending; photo++) {
            double end = places.remove() + mean;
            places.add(end);
            last = Math.max(last, end);
        }
        return last;
    }

    /** Of all that were begun: of those at once the quick ones end first, and tell too little of the others. */
    private double mean() {
        double ofEnded = endedSeconds / ended;
        double begun = ages.stream()
                .mapToDouble(age -> Math.max(ofEnded, HALF_WAY * age))
                .sum();
        return (endedSeconds + begun) / (ended + ages.size());
    }
}
