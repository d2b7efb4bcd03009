package photoset.workflows.durable;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import photoset.workflows.TaskQueues;
import photoset.workflows.sets.SetContent;
import photoset.workflows.sets.SetEnd;
import photoset.workflows.sets.SetError;
import photoset.workflows.sets.SetFault;
import photoset.workflows.sets.SetProgress;
import photoset.workflows.sets.SetRequest;
import photoset.workflows.sets.SetState;
import photoset.workflows.sets.SetStore;
import photoset.workflows.sets.SetWorkflow;

/** {@link SetWorkflow} as Temporal runs it. */
@WorkflowImpl(taskQueues = TaskQueues.JOBS)
public final class SetWorkflowRun implements SetWorkflow {
    private final SetStore store = ActivityStubs.setStore();
    private int told;
    private int recorded;

    @Override
    public SetState run(SetRequest request) {
        if (!store.recordSetStart(request)) {
            return store.recordSetEnd(new SetEnd(request, null, gone()));
        }
        try {
            return store.recordSetEnd(new SetEnd(request, content(request), null));
        } catch (ActivityFailure failure) {
            return store.recordSetEnd(new SetEnd(request, null, fault(failure)));
        } catch (CanceledFailure canceled) {
            Workflow.newDetachedCancellationScope(
                            () -> store.recordSetEnd(new SetEnd(request, null, canceledByOperator())))
                    .run();
            throw canceled;
        }
    }

    private SetContent content(SetRequest request) {
        var composing = Async.function(ActivityStubs.composition()::compose, request);
        while (!composing.isCompleted()) {
            Workflow.await(() -> composing.isCompleted() || told > recorded);
            record(request, composing);
        }
        return composing.get();
    }

    private void record(SetRequest request, Promise<SetContent> composing) {
        if (told > recorded && !composing.isCompleted()) {
            recorded = told;
            store.recordSetProgress(new SetProgress(request, recorded));
        }
    }

    @Override
    public void composed(int percent) {
        told = Math.max(told, percent);
    }

    private static SetFault fault(ActivityFailure failure) {
        @Nullable Throwable cause = failure.getCause();
        if (cause instanceof CanceledFailure) {
            return canceledByOperator();
        }
        if (cause instanceof ApplicationFailure known) {
            for (SetError error : SetError.values()) {
                if (error.name().equals(known.getType())) {
                    return new SetFault(error, sentence(error, known));
                }
            }
        }
        return cause instanceof TemporalFailure && !(cause instanceof ApplicationFailure)
                ? new SetFault(
                        SetError.SERVICE_UNAVAILABLE, "No worker was free for the set in time. Ask for it again.")
                : new SetFault(
                        SetError.COMPOSING_FAILED,
                        "The set could not be composed. Ask for it again, or for another one.");
    }

    private static String sentence(SetError error, ApplicationFailure known) {
        return switch (error) {
            case SET_REFUSED -> known.getOriginalMessage();
            case PICTURES_GONE -> gone().message();
            case SERVICE_UNAVAILABLE -> "The store of the pictures was not available. Ask for the set again.";
            case COMPOSING_FAILED -> "The set could not be composed. Ask for it again, or for another one.";
            case CANCELED -> canceledByOperator().message();
        };
    }

    private static SetFault gone() {
        return new SetFault(
                SetError.PICTURES_GONE, "The pictures of the job are not there any more. Run the photos in a new job.");
    }

    private static SetFault canceledByOperator() {
        return new SetFault(SetError.CANCELED, "An operator canceled the set. Ask for it again.");
    }
}
