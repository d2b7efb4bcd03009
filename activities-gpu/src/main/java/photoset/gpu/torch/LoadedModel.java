package photoset.gpu.torch;

import java.time.Duration;
import java.util.Optional;

/** A model of this process, as whoever watches the process sees it. */
public interface LoadedModel {
    /** Name and version, e.g. {@code lite/1.0.0}. */
    String label();

    /** What keeps it from working, for health checks; it does not mend itself. Empty when all is well. */
    Optional<String> trouble();

    /** No step of it takes this long; one that does never ends. */
    Duration stepMax();

    /** How long its device has been at work in all, in nanoseconds. */
    long busyNanos();

    /** Whom to tell, once, when the device is lost and only a new process helps; must return at once. */
    void onLost(Runnable listener);
}
