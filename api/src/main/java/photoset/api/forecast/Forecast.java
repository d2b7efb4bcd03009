package photoset.api.forecast;

import org.jspecify.annotations.Nullable;

/**
 * When a job that is queued or running will be done.
 *
 * @param queuePosition 1 for the job that is worked on first, one more for each that goes before it
 * @param etaSeconds from now until its last photo; null until something was measured
 */
public record Forecast(int queuePosition, @Nullable Long etaSeconds) {}
