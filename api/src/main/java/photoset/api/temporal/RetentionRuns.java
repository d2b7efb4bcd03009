package photoset.api.temporal;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import org.springframework.stereotype.Component;
import photoset.workflows.TaskQueues;
import photoset.workflows.retention.RetentionBookmarks;
import photoset.workflows.retention.RetentionWorkflow;

/** Sees to it that the one workflow that deletes pictures runs. Both calls block and may be repeated. */
@Component
public final class RetentionRuns {
    private final WorkflowClient client;

    RetentionRuns(WorkflowClient client) {
        this.client = client;
    }

    /** Starts it where it does not run: at the first start, or after an operator ended it. */
    public void ensure() {
        WorkflowClient.start(workflow()::run, RetentionBookmarks.NONE);
    }

    /** Has it begin a round at once; starts it where it does not run. */
    public void wake() {
        var workflow = workflow();
        var both = client.newSignalWithStartRequest();
        both.add(workflow::run, RetentionBookmarks.NONE);
        both.add(workflow::runNow);
        var _ = client.signalWithStart(both);
    }

    private RetentionWorkflow workflow() {
        return client.newWorkflowStub(
                RetentionWorkflow.class,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(RetentionWorkflow.WORKFLOW_ID)
                        .setTaskQueue(TaskQueues.JOBS)
                        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                        .setStaticSummary("Deletes pictures whose days are over")
                        .build());
    }
}
