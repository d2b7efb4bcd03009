package photoset.activities;

import java.time.Duration;
import java.util.Optional;

/**
 * What an attempt tells while it lives. Temporal keeps the last one for the next attempt at the same photo, however this
 * one ends.
 *
 * @param step for operators, e.g. {@code "fetch photo"}
 * @param excused attempts that ended through no fault of the photo's; all others count, also those that told nothing, so
 *     that a photo that kills its worker is counted
 * @param troubleSeconds how long attempts were in vain because of the surroundings, pauses included
 */
public record Pulse(String step, int excused, long troubleSeconds) {
    /** A hiccup of the network costs no more. */
    private static final long PAUSE_SECONDS_MIN = 1;

    /** A minute late is nothing after an outage of many. */
    private static final long PAUSE_SECONDS_MAX = 60;

    /** The first pulse of an attempt; the step stays until it has one of its own. */
    static Pulse following(Optional<Pulse> earlier) {
        return earlier.orElse(new Pulse("started", 0, 0));
    }

    Pulse at(String reachedStep) {
        return new Pulse(reachedStep, excused, troubleSeconds);
    }

    /**
     * The last pulse of an attempt that was in vain through no fault of the photo's.
     *
     * @param lost how long it took
     */
    public Pulse excused(Duration lost) {
        return new Pulse(step, excused + 1, troubleSeconds + lost.toSeconds() + pause().toSeconds());
    }

    /** Before another attempt: as long as the trouble has lasted, within bounds. */
    Duration pause() {
        return Duration.ofSeconds(Math.clamp(troubleSeconds, PAUSE_SECONDS_MIN, PAUSE_SECONDS_MAX));
    }
}
