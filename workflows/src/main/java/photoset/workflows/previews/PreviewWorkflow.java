package photoset.workflows.previews;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * One preview, on {@link photoset.workflows.TaskQueues#JOBS} under {@link PreviewTask#workflowId()}: a workflow of its own,
 * so that the job's history does not grow by what is only looked at.
 */
@WorkflowInterface
public interface PreviewWorkflow {
    /** Returns when the picture is there. */
    @WorkflowMethod
    void run(PreviewTask task);
}
