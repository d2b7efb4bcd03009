package photoset.api.temporal;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import photoset.workflows.TaskQueues;
import photoset.workflows.job.Execution;
import photoset.workflows.job.JobMetadata;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobRequest;
import photoset.workflows.job.JobWorkflow;
import photoset.workflows.job.UploadReceipt;
import photoset.workflows.segmentation.SegmentRequest;
import reactor.core.publisher.Mono;

/**
 * Steers the workflow of a job. Calls under one update id are one update and have its one outcome. Refusals of the workflow arrive as the {@link Problem} of the
 * same name; {@link NotRunning} means that no workflow is open under the job's id, and the records know why.
 */
@Component
@InRole(Role.WEB)
@EnableConfigurationProperties(TemporalSettings.class)
public class JobWorkflowClient {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final WorkflowClient client;
    private final TemporalCalls calls;
    private final TemporalSettings settings;
    private final WorkflowLookup lookup;

    JobWorkflowClient(WorkflowClient client, TemporalCalls calls, TemporalSettings settings, WorkflowLookup lookup) {
        this.client = client;
        this.calls = calls;
        this.settings = settings;
        this.lookup = lookup;
    }

    /** No workflow is open under the job's id. */
    public static final class NotRunning extends RuntimeException {
        NotRunning() {
            super("no open workflow", null, false, false);
        }
    }

    /** The job's workflow has settled it and is about to close. */
    static final class StillClosing extends RuntimeException {
        StillClosing() {
            super("still closing", null, false, false);
        }
    }

    /** Starts the workflow; one that runs already is left alone. */
    public Mono<Void> start(JobRequest request) {
        return calls.within(settings.startMax(), () -> WorkflowClient.start(fresh(request)::run, request))
                .then();
    }

    /** Has the uploads checked and the credits held. */
    public Mono<UploadReceipt> confirm(JobId job, String updateId) {
        return update(() -> WorkflowClient.startUpdate(
                        open(job)::confirmUpload, options("confirmUpload", updateId, UploadReceipt.class))
                .getResult());
    }

    /** As {@link #confirm}, for a job whose start was lost: it is started first. */
    public Mono<UploadReceipt> startAndConfirm(JobRequest request, String updateId) {
        return update(() -> {
            var workflow = fresh(request);
            return WorkflowClient.executeUpdateWithStart(
                    workflow::confirmUpload,
                    options("confirmUpload", updateId, UploadReceipt.class),
                    new WithStartWorkflowOperation<>(workflow::run, request));
        });
    }

    /** Has concepts looked for before there is a rule. */
    public Mono<JobId> segment(JobId job, String updateId, SegmentRequest wanted) {
        return update(() -> {
            WorkflowClient.startUpdate(open(job)::segment, wanted, options("segment", updateId, Void.class))
                    .getResult();
            return job;
        });
    }

    /** Hands over the rule. */
    public Mono<JobId> execute(JobId job, String updateId, Execution execution) {
        return update(() -> {
            WorkflowClient.startUpdate(open(job)::execute, execution, options("execute", updateId, Void.class))
                    .getResult();
            return job;
        });
    }

    /**
     * Runs what failed again: starts the job's workflow again, for the retry that the request names. One that has settled
     * the job and gives instances their ids is waited for.
     */
    public Mono<JobId> retry(JobRequest request, String updateId) {
        var once = update(() -> {
            var workflow = fresh(request);
            WorkflowClient.executeUpdateWithStart(
                    workflow::retry,
                    options("retry", updateId, Void.class),
                    new WithStartWorkflowOperation<>(workflow::run, request));
            return request.job();
        });
        return once.onErrorResume(StillClosing.class, _ -> closed(request.job()).then(once))
                .onErrorMap(
                        StillClosing.class,
                        _ -> ApiException.forNow(
                                Problem.UNAVAILABLE, "The job has just ended. Retry in a few seconds.", RETRY_AFTER));
    }

    private Mono<Void> closed(JobId job) {
        Duration max = settings.cancelMax();
        return calls.within(
                        max,
                        () -> client.newUntypedWorkflowStub(job.workflowId())
                                .getResultAsync(max.toMillis(), TimeUnit.MILLISECONDS, JobOutcome.class)
                                .join())
                .onErrorComplete()
                .then();
    }

    /** Cancels; answers also when the cancellation is accepted and takes longer than one waits for it. */
    public Mono<JobId> cancel(JobId job, String updateId) {
        Duration max = settings.cancelMax();
        var accepted = UpdateOptions.newBuilder(JobOutcome.class)
                .setUpdateName("cancel")
                .setUpdateId(updateId)
                .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                .build();
        return update(() -> WorkflowClient.startUpdate(open(job)::cancel, accepted))
                .flatMap(handle -> settled(handle.getResultAsync(max.toMillis(), TimeUnit.MILLISECONDS)))
                .then(Mono.just(job));
    }

    /** What a confirmation under this id had for an answer, also of a job that has ended; empty when there was none. */
    public Mono<UploadReceipt> confirmed(JobId job, String updateId) {
        return earlier(job, updateId, UploadReceipt.class).flatMap(Mono::justOrEmpty);
    }

    /** The same of a segment call. */
    public Mono<JobId> segmented(JobId job, String updateId) {
        return earlier(job, updateId, Void.class).map(_ -> job);
    }

    /** The same of an execution. */
    public Mono<JobId> executed(JobId job, String updateId) {
        return earlier(job, updateId, Void.class).map(_ -> job);
    }

    /** The same of a retry, as long as it is the job's last. */
    public Mono<JobId> retried(JobId job, String updateId) {
        return earlier(job, updateId, Void.class).map(_ -> job);
    }

    /** The same of a cancellation. */
    public Mono<JobId> canceled(JobId job, String updateId) {
        return earlier(job, updateId, JobOutcome.class).map(_ -> job);
    }

    private <T> Mono<Optional<T>> earlier(JobId job, String updateId, Class<T> result) {
        long max = settings.startMax().toMillis();
        return update(() -> joined(client.newUntypedWorkflowStub(job.workflowId())
                        .getUpdateHandle(updateId, result)
                        .getResultAsync(max, TimeUnit.MILLISECONDS)))
                .onErrorResume(NotRunning.class, _ -> Mono.empty());
    }

    private <T> Optional<T> joined(CompletableFuture<T> outcome) {
        try {
            return Optional.ofNullable(outcome.join());
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof StatusRuntimeException status
                    && status.getStatus().getCode() == Status.Code.NOT_FOUND) {
                lookup.confirmAbsence(status);
                throw new NotRunning();
            }
            throw failure;
        }
    }

    private static <T> Mono<T> settled(CompletableFuture<T> outcome) {
        // Accepted is as good as done: the workflow settles by itself, whoever waits for it.
        return Mono.fromFuture(outcome, true).onErrorComplete();
    }

    private <T> Mono<T> update(Callable<T> call) {
        return calls.within(settings.updateMax(), call)
                .onErrorResume(WorkflowNotFoundException.class, this::absent)
                .onErrorMap(WorkflowExecutionAlreadyStarted.class, _ -> new NotRunning())
                .onErrorMap(WorkflowUpdateException.class, UpdateFailures::translated);
    }

    private <T> Mono<T> absent(WorkflowNotFoundException notFound) {
        return calls.within(settings.startMax(), () -> {
            lookup.confirmAbsence(notFound);
            throw new NotRunning();
        });
    }

    private static <T> UpdateOptions<T> options(String name, String updateId, Class<T> result) {
        return UpdateOptions.newBuilder(result)
                .setUpdateName(name)
                .setUpdateId(updateId)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
    }

    private JobWorkflow open(JobId job) {
        return client.newWorkflowStub(JobWorkflow.class, job.workflowId());
    }

    private JobWorkflow fresh(JobRequest request) {
        return client.newWorkflowStub(
                JobWorkflow.class,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(request.job().workflowId())
                        .setTaskQueue(TaskQueues.JOBS)
                        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                        .setWorkflowIdReusePolicy(
                                request.retry() == 0
                                        ? WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE
                                        : WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                        .setTypedSearchAttributes(JobMetadata.of(request))
                        .setPriority(JobMetadata.priority(request))
                        .setStaticSummary(JobMetadata.summary(request))
                        .build());
    }
}
