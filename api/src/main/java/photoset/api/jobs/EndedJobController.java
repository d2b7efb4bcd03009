package photoset.api.jobs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.auth.Caller;
import photoset.api.jobstore.PostgresJobStore;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.problem.Refuses;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.temporal.JobWorkflowClient;
import photoset.api.temporal.Uncancelable;
import photoset.api.temporal.UpdateFailures;
import photoset.workflows.JobId;
import photoset.workflows.credits.Hold;
import photoset.workflows.credits.HoldStatus;
import photoset.workflows.job.JobState;
import reactor.core.publisher.Mono;

/**
 * Calls on jobs that have ended. What failed is run again: the rows are asked first, so that a call that they refuse starts no workflow; the
 * workflow's first step asks them again and decides.
 */
@RestController
@InRole(Role.WEB)
@Tag(name = "Jobs")
class EndedJobController {
    private final JobQueries queries;
    private final JobWorkflowClient workflowClient;
    private final PostgresJobStore jobStore;
    private final UpdateIds ids;
    private final JobDeletion deletion;

    EndedJobController(
            JobQueries queries,
            JobWorkflowClient workflowClient,
            PostgresJobStore jobStore,
            UpdateIds ids,
            JobDeletion deletion) {
        this.deletion = deletion;
        this.queries = queries;
        this.workflowClient = workflowClient;
        this.jobStore = jobStore;
        this.ids = ids;
    }

    @Refuses({
        Problem.JOB_NOT_FOUND,
        Problem.INVALID_TRANSITION,
        Problem.ALREADY_CANCELED,
        Problem.INSUFFICIENT_CREDITS,
        Problem.CONCURRENCY_LIMIT
    })
    @PostMapping("/jobs/{id}/retry")
    @ApiResponse(responseCode = "202", description = "Accepted", useReturnTypeSchema = true)
    @Operation(operationId = "retryJob", summary = "Run the photos of an ended job again that failed in its work")
    Mono<ResponseEntity<Envelope<JobResponses.Queued>>> retry(
            ServerWebExchange exchange, Caller caller, @PathVariable String id) {
        return retry(JobController.call(exchange, caller, JobController.id(id)))
                .map(job -> ResponseEntity.accepted()
                        .body(Envelope.of(exchange, new JobResponses.Queued(job, JobState.QUEUED, null))));
    }

    private Mono<JobId> retry(JobCall call) {
        return queries.state(call.user(), call.job()).flatMap(row -> {
            var id = ids.retry(call, row);
            var earlier = call.key().isPresent() && row.retries() > 0
                    ? workflowClient.retried(call.job(), id)
                    : Mono.<JobId>empty();
            return earlier.switchIfEmpty(Mono.defer(() -> begin(call, row, id)));
        });
    }

    private Mono<JobId> begin(JobCall call, JobRow row, String id) {
        return jobStore.checkRetry(call.job())
                .onErrorMap(UpdateFailures::translated)
                .doOnNext(EndedJobController::demandCredits)
                .then(queries.request(call.user(), call.job(), row.retries() + 1))
                .flatMap(request -> Uncancelable.of(workflowClient.retry(request, id)))
                .onErrorMap(JobWorkflowClient.NotRunning.class, _ -> JobCommands.lost());
    }

    @Refuses({Problem.JOB_NOT_FOUND, Problem.INVALID_TRANSITION})
    @DeleteMapping("/jobs/{id}")
    @Operation(
            operationId = "deleteJob",
            summary = "Delete the pictures and masks of an ended job now; its record and its billing stay")
    Mono<Envelope<JobResponses.Deleted>> delete(ServerWebExchange exchange, Caller caller, @PathVariable String id) {
        var job = JobController.id(id);
        return deletion.delete(caller.user(), job)
                .then(Mono.fromSupplier(() -> Envelope.of(exchange, new JobResponses.Deleted(job, true))));
    }

    private static void demandCredits(Hold hold) {
        if (hold.status() == HoldStatus.INSUFFICIENT_CREDITS) {
            throw ApiException.because(
                    Problem.INSUFFICIENT_CREDITS,
                    "The retry needs %d credits, %d are available.".formatted(hold.needed(), hold.available()),
                    List.of(Detail.credits(hold.needed(), hold.available())));
        }
    }
}
