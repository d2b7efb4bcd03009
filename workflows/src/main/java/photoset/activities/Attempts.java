package photoset.activities;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/**
 * Runs a worker's activities: beats beside them, and judges how an attempt failed. What the photo itself may have done
 * counts, and the third such attempt is the last, also of those that ended with their worker; what the
 * {@link Surroundings} did is tried again for an hour and costs nothing. The activity's retry policy must not bound the
 * attempts itself.
 */
public final class Attempts implements AutoCloseable {
    /** A photo that killed three workers is not given a fourth. */
    private static final int FAULTS_MAX = 3;

    private final Heartbeats heartbeats;
    private final Surroundings surroundings;

    /**
     * For the activities of one process.
     *
     * @param stepMax no step but a transfer takes this long; then the workflow's heartbeat time-out runs
     */
    public Attempts(Duration stepMax, Surroundings surroundings) {
        this.heartbeats = new Heartbeats(stepMax);
        this.surroundings = surroundings;
    }

    /** What an activity does; hears of a cancellation by the beat. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Beat beat);
    }

    /**
     * Does the work of the activity that runs on this thread.
     *
     * @throws ApplicationFailure permanently, after three attempts or an hour of trouble; else worth another try
     * @throws ActivityCompletionException if the work is no longer wanted
     */
    public <T> T run(Work<T> work) {
        return run(Activity.getExecutionContext(), work);
    }

    private <T> T run(ActivityExecutionContext activity, Work<T> work) {
        try (var beat = heartbeats.during(activity)) {
            if (beat.faults() > FAULTS_MAX) {
                throw ApplicationFailure.newNonRetryableFailure(
                        "Every attempt at the photo ended without an answer.", "ATTEMPTS_SPENT");
            }
            try {
                return work.on(beat);
            } catch (ActivityCompletionException unwanted) {
                throw unwanted;
            } catch (RuntimeException failure) {
                throw judged(beat, failure);
            }
        }
    }

    private RuntimeException judged(Beat beat, RuntimeException failure) {
        if (failure instanceof ApplicationFailure known && known.isNonRetryable()) {
            return known;
        }
        var away = surroundings.toBlame(failure);
        if (away.isPresent()) {
            return Surroundings.failure(away.get(), beat.excuse(), failure);
        }
        return beat.faults() < FAULTS_MAX
                ? failure
                : ApplicationFailure.newNonRetryableFailureWithCause(
                        "Every attempt at the photo failed.", "ATTEMPTS_SPENT", failure);
    }

    /** Ends all heartbeats. */
    @Override
    public void close() {
        heartbeats.close();
    }
}
