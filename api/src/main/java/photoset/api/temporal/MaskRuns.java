package photoset.api.temporal;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.Priority;
import io.temporal.common.SearchAttributes;
import java.time.Duration;
import org.springframework.stereotype.Component;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.TaskQueues;
import photoset.workflows.job.JobMetadata;
import photoset.workflows.ownmasks.MaskOutcome;
import photoset.workflows.ownmasks.MaskRequest;
import photoset.workflows.ownmasks.MaskWorkflow;
import reactor.core.publisher.Mono;

/** Has own masks taken into use; two calls for the same version share one workflow. */
@Component
@InRole(Role.WEB)
public class MaskRuns {
    /** A person waits, and it takes a second: before everything that runs by itself. */
    private static final int PRIORITY = 1;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final WorkflowClient client;
    private final TemporalCalls calls;
    private final TemporalSettings settings;

    MaskRuns(WorkflowClient client, TemporalCalls calls, TemporalSettings settings) {
        this.client = client;
        this.calls = calls;
        this.settings = settings;
    }

    /** Answers when it is decided; one that takes longer goes on, and the same call finds its outcome. */
    public Mono<MaskOutcome> take(MaskRequest request) {
        return calls.within(settings.updateMax(), () -> workflow(request).run(request))
                .onErrorMap(
                        WorkflowFailedException.class,
                        _ -> ApiException.forNow(
                                Problem.UNAVAILABLE, "The mask was not looked at. Call again.", RETRY_AFTER));
    }

    private MaskWorkflow workflow(MaskRequest request) {
        return client.newWorkflowStub(
                MaskWorkflow.class,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(request.workflowId())
                        .setTaskQueue(TaskQueues.JOBS)
                        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                        .setTypedSearchAttributes(SearchAttributes.newBuilder()
                                .set(JobMetadata.USER, request.user().value())
                                .build())
                        .setPriority(Priority.newBuilder()
                                .setPriorityKey(PRIORITY)
                                .setFairnessKey(request.user().value())
                                .build())
                        .setStaticSummary("photo %d · %s · version %d"
                                .formatted(request.idx(), request.concept().id(), request.version()))
                        .build());
    }
}
