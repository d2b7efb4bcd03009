package photoset.workflows.ownmasks;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Takes one uploaded mask into use as a version: a short workflow of its own, under {@link MaskRequest#workflowId()} on
 * {@link photoset.workflows.TaskQueues#JOBS}, so that the history of the job does not grow. Two that want the same version
 * are one.
 */
@WorkflowInterface
public interface MaskWorkflow {
    /** Returns when the records say which mask is in use, or why the upload is not. */
    @WorkflowMethod
    MaskOutcome run(MaskRequest request);
}
