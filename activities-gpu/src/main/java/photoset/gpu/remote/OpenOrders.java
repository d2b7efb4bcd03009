package photoset.gpu.remote;

import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.ActivityCompletionFailureException;
import io.temporal.client.ActivityNotExistsException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Heartbeats for orders that a provider works on, until their callback, their cancellation or their last minute. */
final class OpenOrders implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OpenOrders.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("photoset-orders").daemon().factory());
    private final Duration lifetime;
    private final Duration every;

    OpenOrders(Duration lifetime, Duration every) {
        this.lifetime = lifetime;
        this.every = every;
    }

    /** Keeps one activity attempt alive; after {@code lifetime} its links are dead, and so is the order. */
    void keepAlive(ActivityCompletionClient temporal, byte[] taskToken) {
        var beat = new Beat(temporal, taskToken, System.nanoTime() + lifetime.toNanos());
        beat.ticking.set(clock.scheduleAtFixedRate(beat, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private static final class Beat implements Runnable {
        private final ActivityCompletionClient temporal;
        private final byte[] taskToken;
        private final long deadline;
        private final AtomicReference<@Nullable Future<?>> ticking = new AtomicReference<>();

        Beat(ActivityCompletionClient temporal, byte[] taskToken, long deadline) {
            this.temporal = temporal;
            this.taskToken = taskToken;
            this.deadline = deadline;
        }

        @Override
        public void run() {
            if (System.nanoTime() - deadline > 0) {
                end();
                return;
            }
            try {
                temporal.heartbeat(taskToken, "with the provider");
            } catch (ActivityCompletionException news) {
                hear(news);
            }
        }

        /** The SDK wraps a cancellation that it hears for a task token, and a server that is away just the same. */
        private void hear(ActivityCompletionException news) {
            var what = news instanceof ActivityCompletionFailureException ? news.getCause() : news;
            if (what instanceof ActivityCanceledException) {
                end();
                temporal.reportCancellation(taskToken, null);
            } else if (what instanceof ActivityNotExistsException) {
                // Completed by the callback, or given to another attempt.
                end();
            } else {
                log.warn(
                        "order.heartbeat_failed cause={}",
                        what == null ? news : what.getClass().getSimpleName());
            }
        }

        private void end() {
            var task = ticking.get();
            if (task != null) {
                task.cancel(false);
            }
        }
    }
}
