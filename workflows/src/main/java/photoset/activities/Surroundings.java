package photoset.activities;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photoset.workflows.photos.PhotoError;

/**
 * What a worker needs and no photo is to blame for: which failures mean that it is away, and its name in a sentence.
 *
 * @param names by the type of the failure, e.g. {@code "The object store"}
 */
public record Surroundings(Map<Class<? extends Throwable>, String> names) {
    /** A store or a provider that is restored from a backup is back by then; its user still waits. */
    private static final Duration TROUBLE_MAX = Duration.ofHours(1);

    private static final String INTERRUPTED = "The worker";

    /** Copies the names. */
    public Surroundings {
        names = Map.copyOf(names);
    }

    /** The name of what was away, or empty if the photo may be to blame. */
    Optional<String> toBlame(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var name = cause instanceof InterruptedException ? INTERRUPTED : names.get(cause.getClass());
            if (name != null) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /**
     * How an attempt ends that was in vain: another one follows after a pause, until they have taken an hour.
     *
     * @param name what is away, at the beginning of a sentence
     * @param excused the attempt's last pulse, which must have been sent
     */
    public static ApplicationFailure failure(String name, Pulse excused, @Nullable Throwable cause) {
        return ApplicationFailure.newBuilder()
                .setType(PhotoError.SERVICE_UNAVAILABLE.name())
                .setMessage(name + " was not available. The photo itself is fine: send it again in a new job.")
                .setNonRetryable(excused.troubleSeconds() > TROUBLE_MAX.toSeconds())
                .setNextRetryDelay(excused.pause())
                .setCause(cause)
                .build();
    }
}
