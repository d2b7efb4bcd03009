package photoset.api.temporal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the jobs role takes on. Measured with 16 jobs at once: two pollers tripled the latency of an update, twenty
 * left stragglers.
 *
 * @param pollers long polls for workflow tasks
 * @param tasksMax workflow tasks at the same time; short, since no work is done in them
 * @param stepsMax records steps at the same time; more than the pool has connections only wait for one
 * @param cachedMax workflows kept in memory; the others are replayed when they go on
 * @param drainMax how long a stopping process finishes what it has begun
 */
@ConfigurationProperties(prefix = "photoset.worker", ignoreUnknownFields = false)
public record JobsWorkerSettings(
        @DefaultValue("5") int pollers,
        @DefaultValue("100") int tasksMax,
        @DefaultValue("40") int stepsMax,
        @DefaultValue("1000") int cachedMax,
        @DefaultValue("20s") Duration drainMax) {
    public JobsWorkerSettings {
        check("pollers", pollers, 2);
        check("tasks-max", tasksMax, 2);
        check("steps-max", stepsMax, 1);
        check("cached-max", cachedMax, 1);
        if (drainMax.isNegative()) {
            throw new IllegalArgumentException("photoset.worker.drain-max must not be negative, was " + drainMax + ".");
        }
    }

    private static void check(String property, int value, int min) {
        if (value < min) {
            throw new IllegalArgumentException(
                    "photoset.worker." + property + " must be at least " + min + ", was " + value + ".");
        }
    }
}
