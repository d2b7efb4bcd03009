package photoset.activities;

import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Polls from the moment everything else is ready, and stops first: what is in hand is finished before the beans that it
 * needs are closed, for which the starter's own shutdown does not wait. Temporal may be away at the start; it is tried again
 * until it answers.
 */
public final class WorkerLifecycle implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(WorkerLifecycle.class);

    /** A server that is there answers at once; one that is away must not hold up the rest of the process. */
    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);

    /** A check that a child can be started takes a second, and only when one could not be. */
    private static final Duration CHECK_EVERY = Duration.ofSeconds(2);

    private final WorkerFactory factory;
    private final Collection<Worker> workers;
    private final WorkerLimits limits;
    private final WorkCheck check;
    private volatile Thread starting = new Thread();
    private volatile @Nullable SuspendablePolling polling;

    WorkerLifecycle(WorkerFactory factory, Collection<Worker> workers, WorkerLimits limits, WorkCheck check) {
        this.factory = factory;
        this.workers = workers;
        this.limits = limits;
        this.check = check;
    }

    @Override
    public void start() {
        if (workers.isEmpty()) {
            throw new IllegalStateException("No bean of this process is marked with @ActivityImpl.");
        }
        starting = RetryUntilConnected.start("worker", this::poll);
        try {
            var _ = starting.join(CONNECT_MAX);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void poll() {
        factory.start();
        polling = new SuspendablePolling(factory, check::trouble, CHECK_EVERY);
        log.info(
                "worker.started queues={} slots={}",
                workers.stream().map(Worker::getTaskQueue).toList(),
                limits.slots());
    }

    @Override
    public void stop() {
        starting.interrupt();
        var looking = polling;
        if (looking != null) {
            looking.close();
        }
        factory.shutdown();
        factory.awaitTermination(limits.drain().toMillis(), TimeUnit.MILLISECONDS);
        // What was not done in time moves to another worker at once instead of by its heartbeat.
        factory.shutdownNow();
        log.info("worker.drained");
    }

    @Override
    public boolean isRunning() {
        return starting.isAlive() || (factory.isStarted() && !factory.isShutdown());
    }

    /** Why nothing is taken, or empty if it is. */
    Optional<String> trouble() {
        var looking = polling;
        return looking == null ? Optional.of("Temporal was not reached yet.") : looking.trouble();
    }
}
