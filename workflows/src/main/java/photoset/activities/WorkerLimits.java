package photoset.activities;

import java.time.Duration;

/**
 * What a process takes from its queue.
 *
 * @param slots activities at once
 * @param drain how long a stopping process finishes those that it has
 */
public record WorkerLimits(int slots, Duration drain) {}
