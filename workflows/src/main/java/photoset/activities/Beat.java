package photoset.activities;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt's heartbeats. */
public final class Beat implements Progress, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Beat.class);

    private final ActivityExecutionContext activity;
    private final Duration stepMax;
    private final Optional<Pulse> earlier;
    private final long begun = System.nanoTime();
    private volatile Pulse pulse;
    private volatile @Nullable Future<?> ticking;
    private volatile @Nullable ActivityCompletionException unwanted;
    private volatile long since = System.nanoTime();
    private volatile boolean transfers;
    private volatile boolean silent;

    Beat(ActivityExecutionContext activity, Duration stepMax) {
        this.activity = activity;
        this.stepMax = stepMax;
        this.earlier = activity.getHeartbeatDetails(Pulse.class);
        this.pulse = Pulse.following(earlier);
    }

    void ticksWith(Future<?> future) {
        ticking = future;
    }

    void tick() {
        if (silent || unwanted != null) {
            return;
        }
        if (!transfers && System.nanoTime() - since > stepMax.toNanos()) {
            silent = true;
            log.warn(
                    "activity.stalled type={} id={} step={}",
                    activity.getInfo().getActivityType(),
                    activity.getInfo().getActivityId(),
                    pulse.step());
            return;
        }
        try {
            send();
        } catch (ActivityCompletionException ended) {
            unwanted = ended;
        }
    }

    /** One at a time, so that what the next attempt reads is the newest. */
    private synchronized void send() {
        activity.heartbeat(pulse);
    }

    /** What an attempt before this one told last, or empty if this is the first. */
    public Optional<Pulse> earlier() {
        return earlier;
    }

    /** What this one tells. */
    public Pulse pulse() {
        return pulse;
    }

    /**
     * Notes the step; the next heartbeat passes it on.
     *
     * @throws ActivityCompletionException if the activity was canceled or is no longer this worker's
     */
    @Override
    public void reached(String step) {
        enter(step, false);
    }

    /** As {@link #reached}, but the next step may take any time. */
    @Override
    public void transferring(String step) {
        enter(step, true);
    }

    private void enter(String step, boolean byStore) {
        pulse = pulse.at(step);
        transfers = byStore;
        since = System.nanoTime();
        silent = false;
        var ended = unwanted;
        if (ended != null) {
            throw ended;
        }
    }

    /** Attempts that the photo itself may have ended, and the one that is under way. */
    int faults() {
        return activity.getInfo().getAttempt() - pulse.excused();
    }

    /** Says that this attempt was in vain through no fault of the photo's. */
    Pulse excuse() {
        pulse = pulse.excused(Duration.ofNanos(System.nanoTime() - begun));
        send();
        return pulse;
    }

    /** Ends the heartbeats from here. */
    @Override
    public void close() {
        var ticks = ticking;
        if (ticks != null) {
            ticks.cancel(false);
        }
    }
}
