package photoset.workflows.plan;

import java.time.Duration;

/**
 * The bounds of one plan.
 *
 * @param jobsMax jobs in a non-final state at the same time
 * @param ruleSlotsMax saved rules
 * @param photosPerJobMax photos in one job
 * @param creditsAtStart credits granted when the user is created
 * @param photosInFlightMax photos of one job worked on at once; keeps one album from filling a whole GPU queue
 * @param retention how long pictures are kept after the job's end, in whole days
 */
public record PlanLimits(
        int jobsMax,
        int ruleSlotsMax,
        int photosPerJobMax,
        int creditsAtStart,
        int photosInFlightMax,
        Duration retention) {}
