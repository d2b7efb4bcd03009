package photoset.workflows.durable;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import photoset.workflows.TaskQueues;
import photoset.workflows.retention.Retention;
import photoset.workflows.retention.RetentionBookmarks;
import photoset.workflows.retention.RetentionWorkflow;

/** The retention workflow on a time-skipping Temporal, over a store of which nothing is true. */
final class RetentionFixture implements AutoCloseable {
    final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
            // Recorded histories name no machine.
            .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder().setIdentity("recorder").validateAndBuildWithDefaults())
            .build());
    final Steps steps = new Steps();

    RetentionWorkflow begin() {
        var worker = temporal.newWorker(TaskQueues.JOBS);
        worker.registerWorkflowImplementationTypes(RetentionWorkflowRun.class);
        worker.registerActivitiesImplementations(steps);
        temporal.start();
        var workflow = temporal.getWorkflowClient()
                .newWorkflowStub(
                        RetentionWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(RetentionWorkflow.WORKFLOW_ID)
                                .setTaskQueue(TaskQueues.JOBS)
                                .build());
        WorkflowClient.start(workflow::run, RetentionBookmarks.NONE);
        return workflow;
    }

    @Override
    public void close() {
        temporal.close();
    }

    /** Writes down what it was asked. */
    static final class Steps implements Retention {
        final List<String> said = new CopyOnWriteArrayList<>();
        int rounds = 1;
        int failures;
        private int calls;

        @Override
        public int expire(Instant now) {
            said.add("expire");
            return 0;
        }

        @Override
        public boolean deletePictures() {
            if (failures-- > 0) {
                throw new IllegalStateException("no store");
            }
            said.add("pictures");
            return --rounds > 0;
        }

        @Override
        public boolean deletePreviews(Instant now) {
            said.add("previews");
            return false;
        }

        @Override
        public boolean deleteUploads(Instant now) {
            said.add("uploads");
            return false;
        }

        @Override
        public String removeOrphans(@Nullable String after, Instant now) {
            said.add("orphans " + after);
            return "key" + ++calls;
        }

        @Override
        public String findMissing(@Nullable String after) {
            said.add("missing " + after);
            return "job" + calls;
        }
    }
}
