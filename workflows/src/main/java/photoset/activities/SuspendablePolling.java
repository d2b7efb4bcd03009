package photoset.activities;

import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a worker take photos only while it can work: one that fails each of them at once would draw all of them to itself.
 * Photos in hand are not touched.
 */
public final class SuspendablePolling implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SuspendablePolling.class);

    private final Runnable suspend;
    private final Runnable resume;
    private final Supplier<Optional<String>> check;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("photoset-polling").daemon().factory());
    private final Future<?> looking;
    private volatile Optional<String> trouble = Optional.empty();

    /**
     * Looks from now on.
     *
     * @param check what is wrong, or empty; asked again and again, and may try to mend it
     * @param every from one look to the next
     */
    public SuspendablePolling(WorkerFactory workers, Supplier<Optional<String>> check, Duration every) {
        this(workers::suspendPolling, workers::resumePolling, check, every);
    }

    SuspendablePolling(Runnable suspend, Runnable resume, Supplier<Optional<String>> check, Duration every) {
        this.suspend = suspend;
        this.resume = resume;
        this.check = check;
        this.looking = clock.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Why no photos are taken, or empty if they are. */
    public Optional<String> trouble() {
        return trouble;
    }

    private void look() {
        var found = ask();
        var before = trouble;
        trouble = found;
        if (found.isPresent() && before.isEmpty()) {
            log.error("worker.suspended reason={}", found.get());
            suspend.run();
        } else if (found.isEmpty() && before.isPresent()) {
            log.info("worker.resumed");
            resume.run();
        }
    }

    private Optional<String> ask() {
        try {
            return check.get();
        } catch (RuntimeException broken) {
            return Optional.of("the check failed: " + broken.getMessage());
        }
    }

    /** Looks no more; polling stays as it is. */
    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdownNow();
    }
}
