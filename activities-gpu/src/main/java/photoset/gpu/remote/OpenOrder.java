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
 * One attempt's wait for its callback. Each tick is a heartbeat; now and then results are looked for in the bucket, where
 * they may lie though nobody reported them, or the order is handed in again.
 */
final class OpenOrder implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(OpenOrder.class);

    /** A provider that loses an order three times is left to the activity's next attempt. */
    private static final int REPEATS_MAX = 2;

    private final Waiting waiting;
    private final SegmentationTask task;
    private final WaitContext context;
    private final long begun = System.nanoTime();
    private final AtomicReference<@Nullable Future<?>> ticking = new AtomicReference<>();
    private final AtomicBoolean reconciling = new AtomicBoolean();
    private volatile long polledAt = begun;
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
     * @param blocking where looking and repeating may block
     */
    record WaitContext(WaitPolicy policy, Results results, Runnable repeat, Executor blocking) {}

    /**
     * How long to wait for what.
     *
     * @param lifetime of the links, and so of the order
     * @param poll from one look into the bucket to the next
     * @param repeat after which an order without results is handed in again
     */
    record WaitPolicy(Duration lifetime, Duration poll, Duration repeat) {
        static WaitPolicy of(RemoteSettings settings) {
            return new WaitPolicy(settings.linkLifetime(), settings.pollEvery(), settings.repeatAfter());
        }
    }

    OpenOrder(Waiting waiting, SegmentationTask task, WaitContext context) {
        this.waiting = waiting;
        this.task = task;
        this.context = context;
    }

    /** Says which ticks end with the order. */
    void ticksWith(Future<?> future) {
        ticking.set(future);
    }

    @Override
    public void run() {
        long now = System.nanoTime();
        try {
            if (now - begun > context.policy().lifetime().toNanos()) {
                waiting.giveUp(context.policy().lifetime());
                end();
                log.warn("order.expired job={} idx={}", task.job(), task.photo().idx());
                return;
            }
            waiting.beat();
        } catch (ActivityCompletionException failure) {
            handle(failure);
            return;
        }
        if (now - polledAt > context.policy().poll().toNanos() && reconciling.compareAndSet(false, true)) {
            polledAt = now;
            context.blocking().execute(this::reconcile);
        }
    }

    private void reconcile() {
        try {
            poll();
        } catch (ActivityCompletionException failure) {
            handle(failure);
        } catch (ApplicationFailure | ProviderUnavailable | StoreUnavailable failure) {
            log.warn(
                    "order.reconcile_failed job={} idx={} cause={}",
                    task.job(),
                    task.photo().idx(),
                    failure.getMessage());
        } finally {
            reconciling.set(false);
        }
    }

    /** Results count at their second poll only: between the two the callback has its turn. */
    private void poll() {
        boolean before = announced;
        announced = context.results().areAnnounced(task);
        if (announced && !before) {
            return;
        }
        Optional<SegmentedPhoto> found = announced ? context.results().complete(task) : Optional.empty();
        if (found.isPresent()) {
            waiting.temporal().complete(waiting.taskToken(), found.get());
            end();
            log.info("order.reconciled job={} idx={}", task.job(), task.photo().idx());
        } else {
            repeatWhenDue();
        }
    }

    private void repeatWhenDue() {
        long due = context.policy().repeat().toNanos() * (repeats + 1);
        if (repeats < REPEATS_MAX && System.nanoTime() - begun > due) {
            repeats++;
            log.info("order.repeated job={} idx={}", task.job(), task.photo().idx());
            context.repeat().run();
        }
    }

    /** The SDK wraps a cancellation that it hears for a task token, and a server that is away just the same. */
    private void handle(ActivityCompletionException failure) {
        var what = failure instanceof ActivityCompletionFailureException ? failure.getCause() : failure;
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
                    (what == null ? failure : what).getClass().getSimpleName());
        }
    }

    private void end() {
        var ticks = ticking.get();
        if (ticks != null) {
            ticks.cancel(false);
        }
    }
}
