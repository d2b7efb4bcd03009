package photoset.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.RetryOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a time-skipping Temporal whose retries are not bounded, as those of jobs. */
@Timeout(60)
class AttemptsTest {
    private static final String QUEUE = "photos";

    @AutoClose
    private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();

    @AutoClose
    private final Attempts attempts =
            new Attempts(Duration.ofMinutes(1), new Surroundings(Map.of(StoreAway.class, "The object store")));

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong last = new AtomicLong();

    private static final class StoreAway extends RuntimeException {}

    private static final class Broken extends RuntimeException {}

    /** How an attempt ends. */
    private enum End {
        WELL,
        STORE_AWAY,
        BROKEN,
        WORKER_KILLED
    }

    /** The activity. */
    @ActivityInterface
    public interface Photo {
        String paint();
    }

    /** Only paints. */
    @WorkflowInterface
    public interface Job {
        @WorkflowMethod
        String run();
    }

    /** As Temporal runs it. */
    public static final class OnlyPaint implements Job {
        @Override
        public String run() {
            var options = ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(5))
                    .setScheduleToCloseTimeout(Duration.ofHours(6))
                    .setHeartbeatTimeout(Duration.ofSeconds(1))
                    .setRetryOptions(RetryOptions.newBuilder()
                            .setMaximumInterval(Duration.ofMinutes(1))
                            .build());
            return Workflow.newActivityStub(Photo.class, options.build()).paint();
        }
    }

    /** Paints until an attempt ends well; the last end is repeated. */
    private String paint(End... ends) {
        Queue<End> left = new ArrayDeque<>(List.of(ends));
        var worker = temporal.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(OnlyPaint.class);
        Photo photo = () -> attempts.run(beat -> {
            begun.incrementAndGet();
            first.compareAndSet(0, temporal.currentTimeMillis());
            last.set(temporal.currentTimeMillis());
            return end(left.size() > 1 ? left.remove() : left.element());
        });
        worker.registerActivitiesImplementations(photo);
        temporal.start();
        return temporal.getWorkflowClient()
                .newWorkflowStub(
                        Job.class,
                        WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build())
                .run();
    }

    private static String end(End end) {
        switch (end) {
            case WELL -> {}
            case STORE_AWAY -> throw new StoreAway();
            case BROKEN -> throw new Broken();
            // Nobody ever reports how it ended.
            case WORKER_KILLED -> Activity.getExecutionContext().doNotCompleteOnReturn();
        }
        return "painted";
    }

    @Test
    void thePhotosOwnThirdFaultIsItsLast() {
        assertThatThrownBy(() -> paint(End.BROKEN)).hasStackTraceContaining("Every attempt at the photo failed.");
        assertThat(begun).hasValue(3);
    }

    @Test
    void aPhotoThatKillsItsWorkersIsNotGivenAFourth() {
        assertThatThrownBy(() -> paint(End.WORKER_KILLED)).rootCause().hasMessageContaining("ended without an answer");
        assertThat(begun).hasValue(3);
    }

    @Test
    void troubleOfTheSurroundingsCostsNoAttempt() {
        var away = End.STORE_AWAY;
        assertThat(paint(End.BROKEN, away, away, away, End.WORKER_KILLED, away, away, away, End.WELL))
                .isEqualTo("painted");
        assertThat(begun).hasValue(9);
    }

    @Test
    void troubleDoesNotHideThePhotosOwnFaults() {
        var away = End.STORE_AWAY;
        assertThatThrownBy(() -> paint(away, End.BROKEN, away, End.BROKEN, away, End.BROKEN, End.WELL))
                .hasStackTraceContaining("Every attempt at the photo failed.");
        assertThat(begun).hasValue(6);
    }

    @Test
    void anHourOfTroubleIsNamed() {
        assertThatThrownBy(() -> paint(End.STORE_AWAY)).hasStackTraceContaining("The object store was not available");
        assertThat(Duration.ofMillis(last.get() - first.get()))
                .isBetween(Duration.ofMinutes(55), Duration.ofMinutes(65));
    }
}
