package photoset.gpu;

import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import photoset.workflows.TaskQueues;
import photoset.workflows.segmentation.Segmentation;

/**
 * Polls the queue from the moment the segmenter is ready until the process stops; then takes no more photos and waits for
 * those in work.
 */
final class GpuQueue implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(GpuQueue.class);

    /** A cancellation is heard at the next heartbeat that is not throttled; the default would be sixteen seconds. */
    private static final Duration HEARTBEAT_THROTTLE = Duration.ofMillis(500);

    private final WorkflowClient client;
    private final GpuSettings settings;
    private final Segmentation segmentation;
    private volatile @Nullable WorkerFactory workers;

    GpuQueue(WorkflowClient client, GpuSettings settings, Segmentation segmentation) {
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
}
