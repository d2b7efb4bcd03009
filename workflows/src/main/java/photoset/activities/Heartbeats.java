package photoset.activities;

import io.temporal.activity.ActivityExecutionContext;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells Temporal that activities live while their threads are inside native code or wait for the store, from one shared
 * thread. Falls silent for an activity that reaches no further step, so that a hung model or codec loses its photo to
 * another worker; a transfer counts as alive as long as the store's client lets it.
 */
final class Heartbeats implements AutoCloseable {
    /**
     * How often a cancellation is asked for; a user who cancels waits for this and the step at hand. Most activities end
     * sooner, and cost Temporal no heartbeat.
     */
    private static final Duration EVERY = Duration.ofMillis(500);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("photoset-heartbeats").daemon().factory());
    private final Duration stepMax;

    Heartbeats(Duration stepMax) {
        this.stepMax = stepMax;
    }

    /** Beats until closed. Call it on the activity's thread. */
    Beat during(ActivityExecutionContext activity) {
        var beat = new Beat(activity, stepMax);
        beat.ticksWith(
                clock.scheduleAtFixedRate(beat::tick, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS));
        return beat;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
