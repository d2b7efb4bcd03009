package photoset.api.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a {@link Problem}. Thrown where the refusal is decided, turned into the envelope in one place. */
public final class RequestRefused extends RuntimeException {
    private final Problem problem;
    private final transient List<Envelope.Detail> details;
    private final @Nullable Duration retryAfter;

    private RequestRefused(
            Problem problem, String message, List<Envelope.Detail> details, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.problem = problem;
        this.details = details;
        this.retryAfter = retryAfter;
    }

    public static RequestRefused because(Problem problem) {
        return new RequestRefused(problem, problem.sentence(), List.of(), null);
    }

    public static RequestRefused because(Problem problem, String message) {
        return new RequestRefused(problem, message, List.of(), null);
    }

    public static RequestRefused because(Problem problem, String message, List<Envelope.Detail> details) {
        return new RequestRefused(problem, message, details, null);
    }

    /** A refusal that a wait may cure; the answer says so in {@code Retry-After}. */
    public static RequestRefused forNow(Problem problem, String message, Duration retryAfter) {
        return new RequestRefused(problem, message, List.of(), retryAfter);
    }

    public Problem problem() {
        return problem;
    }

    public List<Envelope.Detail> details() {
        return details;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
