package photoset.bench.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What is done to a part.
 *
 * @param at after the load began
 * @param length of a pause; zero for a kill
 */
record Fault(Duration at, Part part, Kind kind, Duration length) {
    /** Shorter than this nobody notices; longer than {@link #PAUSE_MAX} the calls in flight time out, which is another test. */
    private static final Duration PAUSE_MIN = Duration.ofSeconds(2);

    private static final Duration PAUSE_MAX = Duration.ofSeconds(15);
    private static final int TIMES = 2;

    /** A part of the installation that can fail alone. */
    enum Part {
        TEMPORAL,
        POSTGRES,
        STORE,
        WORKER
    }

    /** SIGKILL, or SIGSTOP and SIGCONT. */
    enum Kind {
        KILL,
        PAUSE
    }

    /** Every part twice, one fault in each of so many equal spans of the run, in random order. */
    static List<Fault> plan(Duration run, Random random) {
        var parts = new ArrayList<Part>();
        for (int time = 0; time < TIMES; time++) {
            parts.addAll(List.of(Part.values()));
        }
        Collections.shuffle(parts, random);
        var span = run.dividedBy(parts.size() + 1);
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < parts.size(); i++) {
            var at = span.multipliedBy(i).plus(share(span, random));
            var kind = random.nextBoolean() ? Kind.KILL : Kind.PAUSE;
            var length = PAUSE_MIN.plus(share(PAUSE_MAX.minus(PAUSE_MIN), random));
            faults.add(new Fault(at, parts.get(i), kind, kind == Kind.KILL ? Duration.ZERO : length));
        }
        return List.copyOf(faults);
    }

    private static Duration share(Duration whole, Random random) {
        return Duration.ofMillis((long) (whole.toMillis() * random.nextDouble()));
    }

    /** One line for people. */
    String sentence() {
        return kind == Kind.KILL
                ? "%4d s  %s killed".formatted(at.toSeconds(), part)
                : "%4d s  %s paused for %.1f s".formatted(at.toSeconds(), part, length.toMillis() / 1e3);
    }
}
