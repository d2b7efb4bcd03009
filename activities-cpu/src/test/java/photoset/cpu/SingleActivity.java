package photoset.cpu;

import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** A workflow that calls one activity once, with a heartbeat time-out. */
public final class SingleActivity implements AutoCloseable {
    private static final String QUEUE = "single";

    private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();

    public SingleActivity(Object activities) {
        var worker = temporal.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(CallingOnce.class);
        worker.registerActivitiesImplementations(activities);
        temporal.start();
    }

    /** The call. */
    @WorkflowInterface
    public interface Calling {
        @WorkflowMethod
        RawValue call(String activity, RawValue task, Duration heartbeat);
    }

    /** As Temporal runs it. */
    public static final class CallingOnce implements Calling {
        @Override
        public RawValue call(String activity, RawValue task, Duration heartbeat) {
            var options = ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(5))
                    .setHeartbeatTimeout(heartbeat)
                    .setRetryOptions(
                            RetryOptions.newBuilder().setMaximumAttempts(1).build());
            return Workflow.newUntypedActivityStub(options.build()).execute(activity, RawValue.class, task);
        }
    }

    /** Calls it and waits for its result. */
    public <T> T call(String activity, Object task, Duration heartbeat, Class<T> result) {
        var client = temporal.getWorkflowClient();
        var converter = client.getOptions().getDataConverter();
        var options = WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build();
        var raw = client.newWorkflowStub(Calling.class, options)
                .call(activity, new RawValue(converter.toPayload(task).orElseThrow()), heartbeat);
        return converter.fromPayload(raw.getPayload(), result, result);
    }

    @Override
    public void close() {
        temporal.close();
    }
}
