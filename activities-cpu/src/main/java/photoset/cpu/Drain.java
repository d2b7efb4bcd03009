package photoset.cpu;

import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Lets photos in hand be finished before the beans that they need are closed; the starter's own shutdown does not wait. */
final class Drain implements SmartLifecycle {
    /** Stops before the web server, so that health is answered to the end. */
    private static final int EARLY = Integer.MAX_VALUE - 100;

    private final WorkerFactory workers;
    private final Duration patience;
    private volatile boolean running;

    Drain(WorkerFactory workers, Duration patience) {
        this.workers = workers;
        this.patience = patience;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        workers.shutdown();
        workers.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return EARLY;
    }
}
