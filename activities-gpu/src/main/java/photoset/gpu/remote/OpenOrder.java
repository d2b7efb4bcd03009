package photoset.gpu.remote;

import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.ActivityCompletionFailureException;
import io.temporal.client.ActivityNotExistsException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photoset.activities.Pulse;
import photoset.activities.Surroundings;
import photoset.objects.StoreUnavailable;
import photoset.workflows.segmentation.SegmentationTask;
import photoset.workflows.segmentation.SegmentedPhoto;

/**
 * One attempt's wait for its callback. Each tick is a heartbeat; now and then an errand looks whether the results lie in
 * the bucket though nobody reported them, or hands the order in again.
 */
final class OpenOrder implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(OpenOrder.class);

    /** A provider that loses an order three times is left to the activity's next attempt. */
    private static final int REPEATS_MAX = 2;

    private final Waiting waiting;
    private final SegmentationTask task;
    private final Care care;
    private final long begun = System.nanoTime();
    private final AtomicReference<@Nullable Future<?>> ticking = new AtomicReference<>();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile long lookedAt = begun;
    private boolean announced;
    private int repeats;

    /** The attempt that waits, and what it tells while it does. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Waiting(ActivityCompletionClient temporal, byte[] taskToken, Pulse pulse) {
        void beat() {
            temporal.heartbeat(taskToken, pulse);
        }

        /** A provider that does not answer is no fault of the photo's. */
        void giveUp(Duration lifetime) {
            var excused = pulse.excused(lifetime);
            temporal.heartbeat(taskToken, excused);
            temporal.completeExceptionally(taskToken, Surroundings.failure(RemoteSegmentation.PROVIDER, excused, null));
        }
    }

    /**
     * What an order is waited for with.
     *
     * @param repeat hands the order in again
     * @param errands where looking and repeating may block
     */
    record Care(Patience patience, Results results, Runnable repeat, Executor errands) {}

    /**
     * How long to wait for what.
     *
     * @param lifetime of the links, and so of the order
     * @param look from one look into the bucket to the next
     * @param repeat after which an order without results is handed in again
     */
    record Patience(Duration lifetime, Duration look, Duration repeat) {
        static Patience of(RemoteSettings settings) {
            return new Patience(settings.linkLifetime(), settings.lookEvery(), settings.repeatAfter());
        }
    }

    OpenOrder(Waiting waiting, SegmentationTask task, Care care) {
        this.waiting = waiting;
        this.task = task;
        this.care = care;
    }

    /** Says which ticks end with the order. */
    void ticksWith(Future<?> future) {
        ticking.set(future);
    }

    @Override
    public void run() {
        long now = System.nanoTime();
        try {
            if (now - begun > care.patience().lifetime().toNanos()) {
                waiting.giveUp(care.patience().lifetime());
                end();
                log.warn("order.expired job={} idx={}", task.job(), task.photo().idx());
                return;
            }
            waiting.beat();
        } catch (ActivityCompletionException news) {
            hear(news);
            return;
        }
        if (now - lookedAt > care.patience().look().toNanos() && away.compareAndSet(false, true)) {
            lookedAt = now;
            care.errands().execute(this::errand);
        }
    }

    private void errand() {
        try {
            look();
        } catch (ActivityCompletionException news) {
            hear(news);
        } catch (ApplicationFailure | ProviderUnavailable | StoreUnavailable failure) {
            log.warn(
                    "order.errand_failed job={} idx={} cause={}",
                    task.job(),
                    task.photo().idx(),
                    failure.getMessage());
        } finally {
            away.set(false);
        }
    }

    /** Results count at their second sight only: between the two the callback has its turn. */
    private void look() {
        boolean before = announced;
        announced = care.results().areAnnounced(task);
        if (announced && !before) {
            return;
        }
        Optional<SegmentedPhoto> found = announced ? care.results().complete(task) : Optional.empty();
        if (found.isPresent()) {
            waiting.temporal().complete(waiting.taskToken(), found.get());
            end();
            log.info("order.reconciled job={} idx={}", task.job(), task.photo().idx());
        } else {
            repeatWhenDue();
        }
    }

    private void repeatWhenDue() {
        long due = care.patience().repeat().toNanos() * (repeats + 1);
        if (repeats < REPEATS_MAX && System.nanoTime() - begun > due) {
            repeats++;
            log.info("order.repeated job={} idx={}", task.job(), task.photo().idx());
            care.repeat().run();
        }
    }

    /** The SDK wraps a cancellation that it hears for a task token, and a server that is away just the same. */
    private void hear(ActivityCompletionException news) {
        var what = news instanceof ActivityCompletionFailureException ? news.getCause() : news;
        if (what instanceof ActivityCanceledException) {
            end();
            waiting.temporal().reportCancellation(waiting.taskToken(), null);
        } else if (what instanceof ActivityNotExistsException) {
            // Completed by the callback, or given to another attempt.
            end();
        } else {
            log.warn(
                    "order.heartbeat_failed job={} idx={} cause={}",
                    task.job(),
                    task.photo().idx(),
                    (what == null ? news : what).getClass().getSimpleName());
        }
    }

    private void end() {
        var ticks = ticking.get();
        if (ticks != null) {
            ticks.cancel(false);
        }
    }
}
