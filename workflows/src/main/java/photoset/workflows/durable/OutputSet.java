package photoset.workflows.durable;

import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import photoset.workflows.SetId;
import photoset.workflows.TaskQueues;
import photoset.workflows.job.Execution;
import photoset.workflows.job.JobMetadata;
import photoset.workflows.job.JobRequest;
import photoset.workflows.sets.SetRequest;
import photoset.workflows.sets.SetWorkflow;

/** The set that a job was executed for. */
final class OutputSet {
    private final JobRequest request;
    private final Execution execution;

    OutputSet(JobRequest request, Execution execution) {
        this.request = request;
        this.execution = execution;
    }

    /** Begins to compose it, if there is one; it goes on by itself. The end of the job has written its row. */
    void begin() {
        if (execution.outputSet() == null) {
            return;
        }
        var set = SetId.ofJob(request.job());
        var workflow = Workflow.newChildWorkflowStub(
                SetWorkflow.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(set.workflowId())
                        .setTaskQueue(TaskQueues.JOBS)
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                        .setPriority(JobMetadata.priority(request))
                        .setStaticSummary(execution.outputSet().template().id())
                        .build());
        Async.function(workflow::run, new SetRequest(request.user(), request.job(), set));
        try {
            Workflow.getWorkflowExecution(workflow).get();
        } catch (ChildWorkflowFailure runs) {
            // The job was retried while its set was composed: that one goes on.
            Workflow.getLogger(OutputSet.class).warn("set_not_started job={}", request.job(), runs);
        }
    }
}
