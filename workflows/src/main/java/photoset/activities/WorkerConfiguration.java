package photoset.activities;

import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * A process that works on a queue. Beans with {@code @ActivityImpl} and classes with {@code @WorkflowImpl} say which queue
 * is theirs, and the Temporal starter registers them; the process gives {@link WorkerLimits} and, if something can keep it
 * from working, a {@link WorkCheck}.
 */
@Configuration(proxyBeanMethods = false)
@Import(PayloadConfiguration.class)
public class WorkerConfiguration {
    /** A cancellation is heard at the next heartbeat that is sent; the default waits for 80 % of the time-out. */
    private static final Duration HEARTBEAT_THROTTLE = Duration.ofMillis(500);

    /** The default of the SDK. */
    private static final int POLLERS_MAX = 5;

    /**
     * For every worker of the process, so that none has the 200 slots of the default. Activities run on platform threads:
     * native code and pixel loops would hold a virtual thread's carrier anyway.
     */
    @Bean
    TemporalOptionsCustomizer<WorkerOptions.Builder> activityOptions(WorkerLimits limits) {
        return options -> options.setMaxConcurrentActivityExecutionSize(limits.slots())
                // A poller that has no slot takes nothing, so more pollers than slots are of no use.
                .setMaxConcurrentActivityTaskPollers(Math.min(limits.slots(), POLLERS_MAX))
                .setUsingVirtualThreadsOnActivityWorker(false)
                .setDefaultHeartbeatThrottleInterval(HEARTBEAT_THROTTLE)
                .setMaxHeartbeatThrottleInterval(HEARTBEAT_THROTTLE)
                // Else a draining worker's photos die at their next heartbeat.
                .setAllowActivityHeartbeatDuringShutdown(true);
    }

    @Bean
    WorkerLifecycle workerLifecycle(
            WorkerFactory factory, Collection<Worker> workers, WorkerLimits limits, ObjectProvider<WorkCheck> checks) {
        return new WorkerLifecycle(
                factory,
                workers,
                limits,
                () -> checks.stream().flatMap(check -> check.trouble().stream()).findFirst());
    }

    @Bean
    HealthIndicator pollingHealthIndicator(WorkerLifecycle worker) {
        return () -> health(worker.trouble());
    }

    private static Health health(Optional<String> trouble) {
        return trouble.map(what -> Health.down().withDetail("trouble", what).build())
                .orElseGet(() -> Health.up().build());
    }
}
