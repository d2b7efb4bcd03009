package photoset.workflows.sets;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Composes one set. Its workflow id is {@link photoset.workflows.SetId#workflowId()}; it runs on {@link photoset.workflows.TaskQueues#JOBS}.
 * A set that failed may be composed again under the same id.
 */
@WorkflowInterface
public interface SetWorkflow {
    /** Runs until the set is done or failed. */
    @WorkflowMethod
    SetState run(SetRequest request);

    /**
     * The worker tells how far it is.
     *
     * @param percent 0 to 100; less than before is passed over
     */
    @SignalMethod
    void composed(int percent);
}
