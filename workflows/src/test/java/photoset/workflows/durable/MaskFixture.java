package photoset.workflows.durable;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import photoset.workflows.JobId;
import photoset.workflows.TaskQueues;
import photoset.workflows.UserId;
import photoset.workflows.ownmasks.CheckedMask;
import photoset.workflows.ownmasks.MaskCheck;
import photoset.workflows.ownmasks.MaskOutcome;
import photoset.workflows.ownmasks.MaskPart;
import photoset.workflows.ownmasks.MaskRecords;
import photoset.workflows.ownmasks.MaskRequest;
import photoset.workflows.ownmasks.MaskWorkflow;
import photoset.workflows.ownmasks.TakenMask;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.InstanceBox;

/** The mask workflow on a time-skipping Temporal, with a worker and records that say what a test wants. */
final class MaskFixture implements AutoCloseable {
    static final MaskRequest REQUEST = new MaskRequest(
            new UserId("user-1"),
            new JobId("job-1"),
            3,
            640,
            480,
            new Concept("Window", "window", Concept.Kind.INSTANCE),
            2,
            "etag",
            1000);

    final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
            // Recorded histories name no machine.
            .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder().setIdentity("recorder").validateAndBuildWithDefaults())
            .build());
    final List<TakenMask> taken = new CopyOnWriteArrayList<>();
    volatile CheckedMask checked =
            new CheckedMask.Fit(500, List.of(new MaskPart(1, new InstanceBox(1, 2, 30, 40), 500)));
    volatile int failures;
    volatile boolean hopeless;
    volatile int unwritable;

    MaskFixture() {
        var jobs = temporal.newWorker(TaskQueues.JOBS);
        jobs.registerWorkflowImplementationTypes(MaskWorkflowRun.class);
        jobs.registerActivitiesImplementations((MaskRecords) this::take);
        temporal.newWorker(TaskQueues.CPU).registerActivitiesImplementations((MaskCheck) this::check);
        temporal.start();
    }

    WorkflowStub begin() {
        var workflow = temporal.getWorkflowClient()
                .newWorkflowStub(
                        MaskWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(REQUEST.workflowId())
                                .setTaskQueue(TaskQueues.JOBS)
                                .build());
        var stub = WorkflowStub.fromTyped(workflow);
        stub.start(REQUEST);
        return stub;
    }

    MaskOutcome outcome() {
        return begin().getResult(MaskOutcome.class);
    }

    private synchronized CheckedMask check(MaskRequest request) {
        if (hopeless) {
            throw ApplicationFailure.newNonRetryableFailure("no memory", "OutOfMemory");
        }
        if (failures-- > 0) {
            throw new IllegalStateException("no store");
        }
        return checked;
    }

    private synchronized MaskOutcome take(TakenMask mask) {
        if (unwritable-- > 0) {
            throw new IllegalStateException("no database");
        }
        taken.add(mask);
        return new MaskOutcome(MaskOutcome.Status.TAKEN, mask.request().etag(), "");
    }

    @Override
    public void close() {
        temporal.close();
    }
}
