package photoset.gpu.remote;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Heartbeats for orders that a provider works on, until their callback, their cancellation or their last minute. */
final class OpenOrders implements AutoCloseable {
    /** Calls of the store and the provider block, heartbeats must not; a few at once do not wait for each other. */
    private static final int BLOCKING_AT_ONCE = 4;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("photoset-orders").daemon().factory());
    private final ExecutorService blocking = Executors.newFixedThreadPool(
            BLOCKING_AT_ONCE,
            Thread.ofPlatform().name("photoset-orders-blocking-", 0).daemon().factory());
    private final Duration every;

    OpenOrders(Duration every) {
        this.every = every;
    }

    /** Where an order's blocking calls run. */
    Executor blocking() {
        return blocking;
    }

    /** Keeps one activity attempt alive; after the order's lifetime its links are dead, and so is the order. */
    void keep(OpenOrder order) {
        order.ticksWith(clock.scheduleAtFixedRate(order, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        blocking.shutdownNow();
    }
}
