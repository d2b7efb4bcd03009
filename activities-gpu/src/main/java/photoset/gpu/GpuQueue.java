package photoset.gpu;

import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import photoset.activities.SuspendablePolling;
import photoset.workflows.TaskQueues;
import photoset.workflows.segmentation.Segmentation;

/**
 * Polls the queue from the moment the segmenter is ready until the process stops, as long as it can work; then takes no more photos and waits for
 * those in work.
 */
final class GpuQueue implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(GpuQueue.class);

    /** A cancellation is heard at the next heartbeat that is not throttled; the default would be sixteen seconds. */
    private static final Duration HEARTBEAT_THROTTLE = Duration.ofMillis(500);

    /** A model's trouble is a look at a few fields. */
    private static final Duration CHECK_EVERY = Duration.ofSeconds(1);

    private final WorkflowClient client;
    private final GpuSettings settings;
    private final Segmentation segmentation;
    private final Supplier<Optional<String>> check;
    private volatile @Nullable WorkerFactory workers;
    private volatile @Nullable SuspendablePolling polling;

    /**
     * Polls for one segmenter.
     *
     * @param check what keeps it from working, or empty
     */
    GpuQueue(WorkflowClient client, GpuSettings settings, Segmentation segmentation, Supplier<Optional<String>> check) {
        this.check = check;
        this.client = client;
        this.settings = settings;
        this.segmentation = segmentation;
    }

    @Override
    public void start() {
        var factory = WorkerFactory.newInstance(client);
        factory.newWorker(TaskQueues.GPU, options()).registerActivitiesImplementations(segmentation);
        factory.start();
        workers = factory;
        polling = new SuspendablePolling(factory, check, CHECK_EVERY);
        log.info(
                "gpu.polling queue={} slots={} segmenter={}",
                TaskQueues.GPU,
                settings.slots(),
                segmentation.getClass().getSimpleName());
    }

    private WorkerOptions options() {
        return WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(settings.slots())
                // A poller that has no slot takes nothing, so more pollers than slots are of no use.
                .setMaxConcurrentActivityTaskPollers(settings.slots())
                .setMaxHeartbeatThrottleInterval(HEARTBEAT_THROTTLE)
                .setDefaultHeartbeatThrottleInterval(HEARTBEAT_THROTTLE)
                // Else a draining worker's photos die at their next heartbeat.
                .setAllowActivityHeartbeatDuringShutdown(true)
                .build();
    }

    @Override
    public void stop() {
        var factory = workers;
        var looking = polling;
        if (looking != null) {
            looking.close();
        }
        if (factory != null) {
            factory.shutdown();
            factory.awaitTermination(settings.drain().toMillis(), TimeUnit.MILLISECONDS);
            // Photos that were not done in time move to another worker at once instead of by their heartbeat.
            factory.shutdownNow();
            workers = null;
            log.info("gpu.drained");
        }
    }

    @Override
    public boolean isRunning() {
        return workers != null;
    }

    /** Why no photos are taken, or empty if they are. */
    Optional<String> trouble() {
        var looking = polling;
        return workers == null || looking == null ? Optional.of("not polled") : looking.trouble();
    }
}
