package photoset.workflows.jobstore;

/**
 * How long a photo took, its waits for workers included.
 *
 * @param segmentationMs milliseconds until its masks were found; 0 if nobody looked for any
 * @param renderingMs milliseconds from then until its pictures were there; 0 if there is none
 * @param inFlight photos of its job that were worked on side by side, this one included
 */
public record PhotoTimes(long segmentationMs, long renderingMs, int inFlight) {}
