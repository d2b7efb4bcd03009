package photoset.api.jobs;

import java.time.Duration;
import org.springframework.stereotype.Component;
import photoset.api.execution.ExecuteRequest;
import photoset.api.execution.ExecutionResolver;
import photoset.api.execution.ExecutionResolver.Owned;
import photoset.api.jobstore.PostgresJobStore;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.sets.SetTerms;
import photoset.api.temporal.JobWorkflowClient;
import photoset.api.temporal.Uncancelable;
import photoset.workflows.JobId;
import photoset.workflows.job.JobState;
import photoset.workflows.job.UploadReceipt;
import photoset.workflows.jobstore.JobEnd;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Confirm, execute, cancel: the row says whether the caller may, the workflow says whether the job can. When there is no
 * workflow, the row says why. A call that came before under the same id gets the outcome that it had then, also when the
 * job has moved on: its answer may have been lost.
 */
@Component
@InRole(Role.WEB)
class JobCommands {
    private static final Duration REPAIR = Duration.ofMinutes(2);

    private final JobQueries queries;
    private final JobWorkflowClient workflowClient;
    private final ExecutionResolver resolver;
    private final PostgresJobStore jobStore;
    private final UpdateIds ids;

    JobCommands(
            JobQueries queries,
            JobWorkflowClient workflowClient,
            ExecutionResolver resolver,
            PostgresJobStore jobStore,
            UpdateIds ids) {
        this.queries = queries;
        this.workflowClient = workflowClient;
        this.resolver = resolver;
        this.jobStore = jobStore;
        this.ids = ids;
    }

    Mono<UploadReceipt> confirm(JobCall call) {
        return row(call).flatMap(row -> {
            var id = ids.confirm(call, row);
            return row.status().isFinal()
                    ? keyed(call, row, workflowClient.confirmed(call.job(), id))
                    : workflowClient
                            .confirm(call.job(), id)
                            .onErrorResume(JobWorkflowClient.NotRunning.class, _ -> confirmLost(call, id));
        });
    }

    private Mono<UploadReceipt> confirmLost(JobCall call, String id) {
        return open(call)
                .flatMap(row -> row.status() == JobState.CREATED
                        ? queries.request(call.user(), call.job())
                                .flatMap(request -> workflowClient.startAndConfirm(request, id))
                                .onErrorMap(JobWorkflowClient.NotRunning.class, _ -> lost())
                        : Mono.error(lost()));
    }

    Mono<JobId> execute(JobCall call, ExecuteRequest request, SetTerms terms) {
        return row(call).flatMap(row -> {
            var id = ids.execute(call, row, request);
            return switch (row.status()) {
                case CREATED, UPLOADED -> execute(call, row, request, id, terms);
                case QUEUED, RUNNING, DONE, FAILED, CANCELED ->
                    workflowClient.executed(call.job(), id).switchIfEmpty(Mono.error(row::hasRule));
            };
        });
    }

    private Mono<JobId> execute(JobCall call, JobRow row, ExecuteRequest request, String id, SetTerms terms) {
        return resolver.execution(new Owned(call.user(), call.job(), row.preset(), row.plan()), request, terms)
                .flatMap(execution -> workflowClient.execute(call.job(), id, execution))
                .onErrorResume(
                        JobWorkflowClient.NotRunning.class, _ -> open(call).flatMap(_ -> Mono.error(lost())));
    }

    Mono<JobId> cancel(JobCall call) {
        return row(call).flatMap(row -> {
            var id = ids.cancel(call);
            return row.status().isFinal()
                    ? keyed(call, row, workflowClient.canceled(call.job(), id))
                    : workflowClient
                            .cancel(call.job(), id)
                            .onErrorResume(
                                    JobWorkflowClient.NotRunning.class,
                                    _ -> open(call).flatMap(_ -> settle(call.job())));
        });
    }

    /** Without a key a call to a job that has ended is a new one. */
    static <T> Mono<T> keyed(JobCall call, JobRow row, Mono<T> earlier) {
        return (call.key().isPresent() ? earlier : Mono.<T>empty()).switchIfEmpty(Mono.error(row::hasRule));
    }

    /** Nobody else will: the workflow is gone. */
    private Mono<JobId> settle(JobId job) {
        var settled = Mono.fromCallable(() -> jobStore.recordEnd(new JobEnd(job, JobEnd.Reason.CANCELED_BY_USER)))
                .subscribeOn(Schedulers.boundedElastic())
                .thenReturn(job);
        return Uncancelable.of(settled);
    }

    private Mono<JobRow> row(JobCall call) {
        return queries.state(call.user(), call.job());
    }

    private Mono<JobRow> open(JobCall call) {
        return row(call).flatMap(row -> row.status().isFinal() ? Mono.error(row.ended()) : Mono.just(row));
    }

    static ApiException lost() {
        return ApiException.forNow(
                Problem.UNAVAILABLE, "The job has lost its workflow and will be settled within minutes.", REPAIR);
    }
}
