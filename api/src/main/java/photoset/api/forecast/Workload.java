package photoset.api.forecast;

import org.jspecify.annotations.Nullable;

/**
 * What there is to do, and how long this installation takes for it.
 *
 * @param segmentations photos whose masks are to be found, those of jobs before included
 * @param renderings pictures, likewise
 * @param segmentationSeconds the installation's for a photo; null if none was measured
 * @param renderingSeconds the installation's for a picture; null if none was measured
 */
record Workload(
        long segmentations,
        long renderings,
        @Nullable Double segmentationSeconds,
        @Nullable Double renderingSeconds) {
    /** Until all of it is done; null when a stage that is needed was not measured. */
    @Nullable
    Double seconds() {
        if ((segmentations > 0 && segmentationSeconds == null) || (renderings > 0 && renderingSeconds == null)) {
            return null;
        }
        return times(segmentations, segmentationSeconds) + times(renderings, renderingSeconds);
    }

    private static double times(long count, @Nullable Double seconds) {
        return seconds == null ? 0 : count * seconds;
    }

    /** Whole seconds, at least one: what is asked for is not done yet. */
    static @Nullable Long whole(@Nullable Double seconds) {
        return seconds == null ? null : Math.max(1, (long) Math.ceil(seconds));
    }
}
