package photoset.workflows.durable;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.spring.boot.WorkflowImpl;
import photoset.workflows.TaskQueues;
import photoset.workflows.ownmasks.CheckedMask;
import photoset.workflows.ownmasks.MaskOutcome;
import photoset.workflows.ownmasks.MaskOutcome.Status;
import photoset.workflows.ownmasks.MaskRequest;
import photoset.workflows.ownmasks.MaskWorkflow;
import photoset.workflows.ownmasks.TakenMask;

/** {@link MaskWorkflow} as Temporal runs it. */
@WorkflowImpl(taskQueues = TaskQueues.JOBS)
public final class MaskWorkflowRun implements MaskWorkflow {
    @Override
    public MaskOutcome run(MaskRequest request) {
        CheckedMask checked;
        try {
            checked = ActivityStubs.maskCheck().check(request);
        } catch (ActivityFailure failure) {
            if (failure.getCause() instanceof CanceledFailure) {
                throw failure;
            }
            return new MaskOutcome(
                    Status.UNAVAILABLE, request.etag(), "The mask could not be looked at. Call again later.");
        }
        return switch (checked) {
            case CheckedMask.Fit fit -> ActivityStubs.maskRecords().take(new TakenMask(request, fit));
            case CheckedMask.Unfit unfit -> new MaskOutcome(Status.UNFIT, request.etag(), unfit.reason());
        };
    }
}
