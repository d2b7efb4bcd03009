package photoset.cli.client;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Repeats a call that may be repeated while the service, or a part of it, is away. */
public final class Outage {
    /** Longer than a database or Temporal takes to come back from a restart. */
    private static final Duration LENGTH_MAX = Duration.ofMinutes(2);

    /** Between two calls that nobody answers. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Outage() {}

    /**
     * The first answer that is not {@code 503} with a time to wait, or the last one when that lasts too long.
     *
     * @throws UncheckedIOException if there is no answer at all for so long
     */
    public static ApiResponse outlasted(Supplier<ApiResponse> call) {
        var deadline = Instant.now().plus(LENGTH_MAX);
        while (true) {
            boolean last = Instant.now().isAfter(deadline);
            try {
                var answer = call.get();
                var wait = answer.retryAfter();
                if (wait.isEmpty() || last) {
                    return answer;
                }
                pause(wait.get());
            } catch (UncheckedIOException nobody) {
                if (last || Thread.currentThread().isInterrupted()) {
                    throw nobody;
                }
                pause(PAUSE);
            }
        }
    }

    /** Waits. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted"));
        }
    }
}
