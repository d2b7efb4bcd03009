package photoset.api.maintenance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import photoset.api.retention.RetentionGauges;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.temporal.RetentionRuns;

/** Does a round now and then; several processes may do so at once. */
@Component
@InRole(Role.JOBS)
class Maintenance implements SmartLifecycle {
    static final Duration STATEMENT_MAX = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Maintenance.class);

    private final List<Round> rounds;
    private final RetentionRuns retention;
    private final RetentionGauges gauges;
    private final Duration every;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("maintenance").factory());

    Maintenance(List<Round> rounds, RetentionRuns retention, RetentionGauges gauges, MaintenanceSettings settings) {
        this.rounds = rounds;
        this.retention = retention;
        this.gauges = gauges;
        this.every = settings.every();
    }

    @Override
    public void start() {
        var _ = clock.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        rounds.forEach(one -> quietly(one::look));
        quietly(retention::ensure);
        quietly(gauges::look);
    }

    /** A round that fails says so and the next one tries again; an exception here would end the clock. */
    private static void quietly(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            log.warn("maintenance.round_failed reason={}", failure.toString());
        }
    }

    @Override
    public void stop() {
        clock.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !clock.isShutdown();
    }
}
