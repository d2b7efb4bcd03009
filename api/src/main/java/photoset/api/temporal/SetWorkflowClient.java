package photoset.api.temporal;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.Priority;
import org.springframework.stereotype.Component;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.TaskQueues;
import photoset.workflows.plan.Plan;
import photoset.workflows.sets.SetRequest;
import photoset.workflows.sets.SetTemplate;
import photoset.workflows.sets.SetWorkflow;
import reactor.core.publisher.Mono;

/** Starts the workflows that compose sets. */
@Component
@InRole(Role.WEB)
public class SetWorkflowClient {
    private final WorkflowClient client;
    private final TemporalCalls calls;
    private final TemporalSettings settings;

    SetWorkflowClient(WorkflowClient client, TemporalCalls calls, TemporalSettings settings) {
        this.client = client;
        this.calls = calls;
        this.settings = settings;
    }

    /** Starts composing; what is composed already is left alone. */
    public Mono<Void> start(SetRequest request, Plan plan, SetTemplate template) {
        var workflow = client.newWorkflowStub(
                SetWorkflow.class,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(request.set().workflowId())
                        .setTaskQueue(TaskQueues.JOBS)
                        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                        .setPriority(Priority.newBuilder()
                                .setPriorityKey(plan.priority())
                                .setFairnessKey(request.user().value())
                                .build())
                        .setStaticSummary(template.id())
                        .build());
        return calls.within(settings.startMax(), () -> WorkflowClient.start(workflow::run, request))
                .then();
    }
}
