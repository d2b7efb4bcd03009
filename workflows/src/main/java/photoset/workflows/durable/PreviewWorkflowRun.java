package photoset.workflows.durable;

import io.temporal.spring.boot.WorkflowImpl;
import photoset.workflows.TaskQueues;
import photoset.workflows.previews.PreviewTask;
import photoset.workflows.previews.PreviewWorkflow;

/** {@link PreviewWorkflow} as Temporal runs it. */
@WorkflowImpl(taskQueues = TaskQueues.JOBS)
public final class PreviewWorkflowRun implements PreviewWorkflow {
    @Override
    public void run(PreviewTask task) {
        ActivityStubs.previewing("preview of photo " + task.render().photo().idx())
                .preview(task);
    }
}
