package photoset.activities;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Temporal that activities live while their threads are inside native code or wait for the store, from one shared
 * thread. Falls silent for an activity that reaches no further step, so that a hung model or codec loses its photo to
 * another worker; a transfer counts as alive as long as the store's client lets it.
 */
public final class Heartbeats implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Heartbeats.class);

    /** How often a cancellation is asked for; a user who cancels waits for this and the step at hand. */
    private static final Duration EVERY = Duration.ofMillis(500);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("photoset-heartbeats").daemon().factory());
    private final Duration stepMax;

    /**
     * For the activities of one process.
     *
     * @param stepMax no step takes this long; then the workflow's heartbeat time-out runs
     */
    public Heartbeats(Duration stepMax) {
        this.stepMax = stepMax;
    }

    /** Beats until closed. Call it on the activity's thread. */
    public Beat during(ActivityExecutionContext activity) {
        return new Beat(activity);
    }

    /** Ends all heartbeats. */
    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** One activity's pulse. */
    public final class Beat implements Progress, AutoCloseable {
        private final ActivityExecutionContext activity;
        private final Future<?> ticking;
        private volatile @Nullable ActivityCompletionException unwanted;
        private volatile String step = "started";
        private volatile long since = System.nanoTime();
        private volatile boolean transfers;
        private volatile boolean silent;

        private Beat(ActivityExecutionContext activity) {
            this.activity = activity;
            this.ticking =
                    clock.scheduleAtFixedRate(this::tick, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void tick() {
            if (silent || unwanted != null) {
                return;
            }
            if (!transfers && System.nanoTime() - since > stepMax.toNanos()) {
                silent = true;
                log.warn(
                        "activity.stalled type={} id={} step={}",
                        activity.getInfo().getActivityType(),
                        activity.getInfo().getActivityId(),
                        step);
                return;
            }
            try {
                activity.heartbeat(step);
            } catch (ActivityCompletionException ended) {
                unwanted = ended;
            }
        }

        /**
         * Notes the step and passes it on.
         *
         * @throws ActivityCompletionException if the activity was canceled or is no longer this worker's
         */
        @Override
        public void reached(String reachedStep) {
            enter(reachedStep, false);
        }

        /** As {@link #reached}, but the next step may take any time. */
        @Override
        public void transferring(String reachedStep) {
            enter(reachedStep, true);
        }

        private void enter(String reachedStep, boolean byStore) {
            step = reachedStep;
            transfers = byStore;
            since = System.nanoTime();
            silent = false;
            var ended = unwanted;
            if (ended != null) {
                throw ended;
            }
            activity.heartbeat(reachedStep);
        }

        @Override
        public void close() {
            ticking.cancel(false);
        }
    }
}
