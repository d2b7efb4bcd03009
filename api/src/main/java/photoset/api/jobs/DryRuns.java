package photoset.api.jobs;

import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import photoset.api.execution.ExecuteRequest;
import photoset.api.execution.ExecutionResolver;
import photoset.api.execution.ExecutionResolver.Owned;
import photoset.api.execution.SegmentBody;
import photoset.api.execution.SegmentResolver;
import photoset.api.forecast.Forecasts;
import photoset.api.forecast.Quote;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.sets.SetTerms;
import photoset.api.temporal.UpdateFailures;
import photoset.workflows.job.Execution;
import photoset.workflows.job.TransitionCheck;
import photoset.workflows.segmentation.Concept;
import reactor.core.publisher.Mono;

/**
 * What segment and execute would do, without doing it: refuses as they do, by the row instead of the workflow, and changes
 * nothing.
 */
@Component
@InRole(Role.WEB)
class DryRuns {
    private final JobQueries queries;
    private final ExecutionResolver executions;
    private final SegmentResolver segmentations;
    private final Forecasts forecasts;

    DryRuns(JobQueries queries, ExecutionResolver executions, SegmentResolver segmentations, Forecasts forecasts) {
        this.queries = queries;
        this.executions = executions;
        this.segmentations = segmentations;
        this.forecasts = forecasts;
    }

    Mono<JobResponses.Queued> execute(JobCall call, ExecuteRequest request, SetTerms sets) {
        return open(call)
                .flatMap(row -> executions
                        .execution(new Owned(call.user(), call.job(), row.preset(), row.plan()), request, sets)
                        .flatMap(execution -> {
                            refuseUnlessWaitingForRule(row);
                            return quote(call, row, execution);
                        })
                        .map(quote -> new JobResponses.Queued(call.job(), row.status(), quote)))
                .onErrorMap(UpdateFailures::translated);
    }

    Mono<JobResponses.Segmenting> segment(JobCall call, SegmentBody body) {
        return open(call)
                .flatMap(row -> segmentations
                        .request(call.job(), row.preset(), row.photos(), body)
                        .flatMap(wanted -> {
                            refuseUnlessWaitingForRule(row);
                            var ids =
                                    wanted.concepts().stream().map(Concept::id).toList();
                            TransitionCheck.refuseSegmentedTooOften(row.segmentationRuns(), row.sought(), ids);
                            return forecasts.quote(row.plan(), row.photos() - row.failed(), 0, true);
                        })
                        .map(quote -> new JobResponses.Segmenting(call.job(), null, quote)))
                .onErrorMap(UpdateFailures::translated);
    }

    private Mono<JobRow> open(JobCall call) {
        return queries.state(call.user(), call.job()).flatMap(row -> switch (row.status()) {
            case CREATED, UPLOADED -> Mono.just(row);
            case QUEUED, RUNNING, DONE, FAILED, CANCELED -> Mono.error(row.hasRule());
        });
    }

    private static void refuseUnlessWaitingForRule(JobRow row) {
        TransitionCheck.refuseTriedTooOften(row.refusals());
        TransitionCheck.refuseUnlessWaitingForRule(row.status(), row.segmenting(), false);
    }

    /** The first variant was paid for at confirm. */
    private Mono<Quote> quote(JobCall call, JobRow row, Execution execution) {
        int items = row.photos() - row.failed();
        int variants = execution.variants().size();
        boolean segments = !new HashSet<>(row.sought())
                .containsAll(execution.concepts().stream().map(Concept::id).toList());
        return queries.available(call.user()).flatMap(available -> {
            refuseWithoutCredits((variants - 1L) * items, available);
            return forecasts.quote(row.plan(), items, variants, segments);
        });
    }

    private static void refuseWithoutCredits(long needed, long available) {
        if (needed > available) {
            throw ApiException.because(
                    Problem.INSUFFICIENT_CREDITS,
                    "The variants need %d credits more, %d are available.".formatted(needed, available),
                    List.of(Detail.credits(needed, available)));
        }
    }
}
