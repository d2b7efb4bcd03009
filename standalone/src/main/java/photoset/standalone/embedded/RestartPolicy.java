package photoset.standalone.embedded;

import java.time.Duration;

/**
 * How often a server that ends by itself is started again.
 *
 * @param endsMax ends within the window that are answered by a restart; the next one is not
 * @param window after which an end is forgotten
 * @param pauseMin before the first restart; doubled with each further end in the window
 * @param pauseMax the longest pause
 */
record RestartPolicy(int endsMax, Duration window, Duration pauseMin, Duration pauseMax) {
    /** Ten attempts take two minutes: enough for a crash recovery or a disk that is full for a moment. */
    static final RestartPolicy USUAL =
            new RestartPolicy(10, Duration.ofMinutes(10), Duration.ofMillis(500), Duration.ofSeconds(30));

    /** The pause before the restart that follows so many ends. */
    Duration pause(int ends) {
        var pause = pauseMin;
        for (int i = 1; i < ends && pause.compareTo(pauseMax) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(pauseMax) < 0 ? pause : pauseMax;
    }
}
