package photoset.workflows.durable;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import photoset.activities.Attempts;
import photoset.activities.Beat;
import photoset.activities.Surroundings;
import photoset.workflows.sets.SetComposition;
import photoset.workflows.sets.SetContent;
import photoset.workflows.sets.SetEnd;
import photoset.workflows.sets.SetProgress;
import photoset.workflows.sets.SetRequest;
import photoset.workflows.sets.SetState;
import photoset.workflows.sets.SetStore;
import photoset.workflows.sets.SetWorkflow;

/** Sets without rows and pictures: writes down what is said, and fails as each test wants. */
final class FakeSets {
    final List<String> steps = new CopyOnWriteArrayList<>();
    final Records records = new Records();
    final Composer composer = new Composer();

    /** Whether there is something to compose. */
    volatile boolean open = true;

    /** Steps that fail before the database is back. */
    final AtomicInteger outage = new AtomicInteger();

    /** Composers that are killed before one answers. */
    final AtomicInteger dying = new AtomicInteger();

    volatile @Nullable ApplicationFailure failure;
    volatile CountDownLatch gate = new CountDownLatch(0);
    final CountDownLatch composing = new CountDownLatch(1);

    /** The rows. */
    final class Records implements SetStore {
        @Override
        public boolean recordSetStart(SetRequest request) {
            steps.add("start " + request.set());
            return open;
        }

        @Override
        public void recordSetProgress(SetProgress progress) {
            steps.add("progress " + progress.percent());
        }

        @Override
        public SetState recordSetEnd(SetEnd end) {
            if (outage.getAndDecrement() > 0) {
                throw new IllegalStateException("the database system is starting up");
            }
            var fault = end.fault();
            var content = end.content();
            steps.add(fault == null ? "done " + (content == null ? "" : content.zip()) : "failed " + fault.code());
            return fault == null ? SetState.DONE : SetState.FAILED;
        }
    }

    /** The worker. */
    final class Composer implements SetComposition {
        private final Attempts attempts = new Attempts(Duration.ofMinutes(1), new Surroundings(Map.of()));

        @Override
        public SetContent compose(SetRequest request) {
            steps.add("compose");
            if (dying.getAndDecrement() > 0) {
                // A killed process neither answers nor beats.
                Activity.getExecutionContext().doNotCompleteOnReturn();
                return new SetContent("", List.of());
            }
            return attempts.run(beat -> composed(request, beat));
        }

        private SetContent composed(SetRequest request, Beat beat) {
            composing.countDown();
            pass(beat);
            var workflow = Activity.getExecutionContext()
                    .getWorkflowClient()
                    .newWorkflowStub(SetWorkflow.class, request.set().workflowId());
            var failing = failure;
            if (failing != null) {
                throw failing;
            }
            workflow.composed(45);
            workflow.composed(30);
            await("progress 45");
            return new SetContent("before_after.zip", List.of(new SetContent.File("boards/01.jpg", 300, 200)));
        }

        private void await(String step) {
            while (!steps.contains(step)) {
                Thread.onSpinWait();
            }
        }

        private void pass(Beat beat) {
            try {
                while (!gate.await(20, TimeUnit.MILLISECONDS)) {
                    beat.reached("waiting");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
