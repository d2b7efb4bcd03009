package photoset.api.temporal;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.TaskQueues;
import photoset.workflows.job.JobMetadata;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.plan.Plan;
import photoset.workflows.previews.PreviewTask;
import photoset.workflows.previews.PreviewWorkflow;
import reactor.core.publisher.Mono;

/** Has previews painted. */
@Component
@InRole(Role.WEB)
public class PreviewWorkflowClient {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final WorkflowClient client;
    private final TemporalCalls calls;
    private final TemporalSettings settings;

    PreviewWorkflowClient(WorkflowClient client, TemporalCalls calls, TemporalSettings settings) {
        this.client = client;
        this.calls = calls;
        this.settings = settings;
    }

    /**
     * Has a preview painted; joins those who wait for the same one.
     *
     * @return whether it is there; false when it takes longer than one waits, and goes on
     */
    public Mono<Boolean> paint(PreviewTask task, Plan plan) {
        long max = settings.previewMax().toMillis();
        return calls.within(settings.startMax(), () -> {
                    var workflow = workflow(task, plan);
                    WorkflowClient.start(workflow::run, task);
                    return WorkflowStub.fromTyped(workflow);
                })
                .flatMap(started ->
                        Mono.fromFuture(() -> started.getResultAsync(max, TimeUnit.MILLISECONDS, Void.class), true))
                .thenReturn(true)
                .onErrorResume(TimeoutException.class, _ -> Mono.just(false))
                .onErrorMap(WorkflowFailedException.class, PreviewWorkflowClient::translated);
    }

    private PreviewWorkflow workflow(PreviewTask task, Plan plan) {
        return client.newWorkflowStub(
                PreviewWorkflow.class,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(task.workflowId())
                        .setTaskQueue(TaskQueues.JOBS)
                        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                        .setPriority(JobMetadata.priority(plan, task.render().user()))
                        .setStaticSummary("Preview of a photo")
                        .build());
    }

    /** What a user can do something about. */
    private static final Set<String> FOR_THE_USER =
            Set.of(PhotoError.SEGMENTATION_FAILED.name(), PhotoError.REMOVAL_REFUSED.name());

    private static ApiException translated(WorkflowFailedException failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApplicationFailure failure) {
                return FOR_THE_USER.contains(failure.getType())
                        ? ApiException.because(Problem.INVALID_TRANSITION, failure.getOriginalMessage())
                        : ApiException.because(Problem.INTERNAL_ERROR);
            }
        }
        return ApiException.forNow(
                Problem.UNAVAILABLE, "No worker has painted the preview in time. Ask again.", RETRY_AFTER);
    }
}
