package photoset.api.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a {@link Problem}. Thrown where the refusal is decided, turned into the envelope in one place. */
public final class ApiException extends RuntimeException {
    private final Problem problem;
    private final transient List<Envelope.Detail> details;
    private final @Nullable Duration retryAfter;

    private ApiException(
            Problem problem, String message, List<Envelope.Detail> details, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.problem = problem;
        this.details = details;
        this.retryAfter = retryAfter;
    }

    public static ApiException because(Problem problem) {
        return new ApiException(problem, problem.sentence(), List.of(), null);
    }

    public static ApiException because(Problem problem, String message) {
        return new ApiException(problem, message, List.of(), null);
    }

    public static ApiException because(Problem problem, String message, List<Envelope.Detail> details) {
        return new ApiException(problem, message, details, null);
    }

    /** A refusal that a wait may cure; the answer says so in {@code Retry-After}. */
    public static ApiException forNow(Problem problem, String message, Duration retryAfter) {
        return new ApiException(problem, message, List.of(), retryAfter);
    }

    /** The same refusal of a part of the request, e.g. {@code variants[1]}. */
    public ApiException at(String place) {
        var there = details.isEmpty()
                ? List.of(Envelope.Detail.field(place, problem.sentence()))
                : details.stream().map(detail -> detail.at(place)).toList();
        return new ApiException(problem, problem.sentence(), there, retryAfter);
    }

    /** One refusal for the parts of a request, at least one: what is not valid, with all details, else the first problem. */
    public static ApiException together(List<ApiException> refusals) {
        var problem = refusals.stream()
                .map(ApiException::problem)
                .filter(Problem.VALIDATION_FAILED::equals)
                .findFirst()
                .orElseGet(() -> refusals.getFirst().problem());
        var details = refusals.stream()
                .filter(refused -> refused.problem() == problem)
                .flatMap(refused -> refused.details().stream())
                .toList();
        return because(problem, problem.sentence(), details);
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
