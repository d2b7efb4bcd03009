package photoset.workflows.retention;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Deletes what nobody may read any more, round after round, for ever: one workflow for the whole installation, on
 * {@link photoset.workflows.TaskQueues#JOBS}. Each round is a run of its own, so that its history stays short.
 */
@WorkflowInterface
public interface RetentionWorkflow {
    /** There is one. */
    String WORKFLOW_ID = "retention";

    /** Does a round, waits, and continues as the next one. */
    @WorkflowMethod
    void run(RetentionBookmarks bookmarks);

    /** Begins the next round without waiting; somebody deleted a job. */
    @SignalMethod
    void runNow();
}
