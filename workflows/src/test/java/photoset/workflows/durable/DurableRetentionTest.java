package photoset.workflows.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import photoset.workflows.TaskQueues;
import photoset.workflows.retention.Retention;
import photoset.workflows.retention.RetentionBookmarks;
import photoset.workflows.retention.RetentionWorkflow;

/** Rounds follow each other, each where the last one stopped. */
class DurableRetentionTest {
    private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();
    private final Steps steps = new Steps();

    private RetentionWorkflow begin() {
        var worker = temporal.newWorker(TaskQueues.JOBS);
        worker.registerWorkflowImplementationTypes(DurableRetention.class);
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

    @AfterEach
    void stop() {
        temporal.close();
    }

    @Test
    void theNextRoundGoesOnWhereTheLastOneStopped() {
        begin();
        temporal.sleep(Duration.ofMinutes(11));

        assertThat(steps.said.subList(0, 10))
                .containsExactly(
                        "expire",
                        "pictures",
                        "uploads",
                        "orphans null",
                        "missing null",
                        "expire",
                        "pictures",
                        "uploads",
                        "orphans key1",
                        "missing job1");
    }

    @Test
    void aRoundThatLeavesWorkIsFollowedAtOnce() {
        steps.rounds = 3;
        begin();
        temporal.sleep(Duration.ofMinutes(1));

        assertThat(steps.said.stream().filter("pictures"::equals)).hasSize(3);
    }

    @Test
    void aDeletedJobIsNotKeptWaiting() {
        var workflow = begin();
        temporal.sleep(Duration.ofSeconds(30));
        assertThat(steps.said.stream().filter("pictures"::equals)).hasSize(1);

        workflow.lookNow();
        temporal.sleep(Duration.ofSeconds(30));
        assertThat(steps.said.stream().filter("pictures"::equals)).hasSize(2);
    }

    @Test
    void aStoreThatIsAwayIsWaitedFor() {
        steps.failures = 20;
        begin();
        temporal.sleep(Duration.ofHours(2));

        assertThat(steps.said).contains("missing null");
    }

    /** Writes down what it was asked. */
    private static final class Steps implements Retention {
        private final List<String> said = new CopyOnWriteArrayList<>();
        private int rounds = 1;
        private int failures;
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
