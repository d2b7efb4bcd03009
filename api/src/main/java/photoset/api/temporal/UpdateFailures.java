package photoset.api.temporal;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.workflows.job.JobRefusal;

/** Turns the refusal of an update into the refusal of the call. */
public final class UpdateFailures {
    /** What the server calls an accepted update whose workflow closed before the answer. */
    private static final String CLOSED_MEANWHILE = "AcceptedUpdateCompletedWorkflow";

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private UpdateFailures() {}

    /** The refusal that a failure comes from, or else the failure itself. */
    public static Throwable translated(Throwable failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApplicationFailure failure) {
                if (CLOSED_MEANWHILE.equals(failure.getType())) {
                    return new JobWorkflowClient.NotRunning();
                }
                Optional<JobRefusal> refusal = named(failure.getType());
                if (refusal.isPresent()) {
                    return refused(refusal.get(), failure);
                }
            }
        }
        return failed;
    }

    private static Optional<JobRefusal> named(String type) {
        return Stream.of(JobRefusal.values())
                .filter(refusal -> refusal.name().equals(type))
                .findFirst();
    }

    private static RuntimeException refused(JobRefusal refusal, ApplicationFailure failure) {
        String message = failure.getOriginalMessage();
        return switch (refusal) {
            case UPLOAD_INCOMPLETE -> ApiException.because(Problem.UPLOAD_INCOMPLETE, message, missing(failure));
            case INSUFFICIENT_CREDITS ->
                ApiException.because(Problem.INSUFFICIENT_CREDITS, message, List.of(sums(failure)));
            case UPLOADS_UNREACHABLE -> ApiException.forNow(Problem.UNAVAILABLE, message, RETRY_AFTER);
            case INVALID_TRANSITION -> ApiException.because(Problem.INVALID_TRANSITION, message);
            case CONCURRENCY_LIMIT -> ApiException.because(Problem.CONCURRENCY_LIMIT, message, open(failure));
            case STILL_CLOSING -> new JobWorkflowClient.StillClosing();
            case ALREADY_CANCELED -> ApiException.because(Problem.ALREADY_CANCELED, message);
        };
    }

    private static List<Detail> missing(ApplicationFailure failure) {
        return Stream.of(failure.getDetails().get(0, Integer[].class))
                .map(idx -> Detail.item(idx, failure.getOriginalMessage()))
                .toList();
    }

    private static List<Detail> open(ApplicationFailure failure) {
        return Stream.of(failure.getDetails().get(0, String[].class))
                .map(id -> Detail.field("open_job", id))
                .toList();
    }

    private static Detail sums(ApplicationFailure failure) {
        return Detail.credits(
                failure.getDetails().get(0, Long.class), failure.getDetails().get(1, Long.class));
    }
}
