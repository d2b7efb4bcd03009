package photoset.workflows.durable;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import photoset.workflows.TaskQueues;
import photoset.workflows.retention.Retention;
import photoset.workflows.retention.RetentionBookmarks;
import photoset.workflows.retention.RetentionWorkflow;

/** {@link RetentionWorkflow} as Temporal runs it. */
@WorkflowImpl(taskQueues = TaskQueues.JOBS)
public final class RetentionWorkflowRun implements RetentionWorkflow {
    /** Pictures outlive their days by minutes at most; an idle round costs a request for each thousand objects. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Retention steps = Workflow.newActivityStub(
            Retention.class,
            ActivityOptions.newBuilder()
                    // Some hundred jobs at some requests a second.
                    .setStartToCloseTimeout(Duration.ofMinutes(30))
                    // A request may take half a minute, and a process that was killed is noticed soon after.
                    .setHeartbeatTimeout(Duration.ofMinutes(1))
                    // For ever: a store or a database that is away comes back.
                    .setRetryOptions(RetryOptions.newBuilder()
                            .setInitialInterval(Duration.ofSeconds(1))
                            .setMaximumInterval(Duration.ofMinutes(5))
                            .build())
                    .build());
    private boolean isDue;

    @Override
    public void run(RetentionBookmarks bookmarks) {
        var now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
        steps.expire(now);
        boolean previews = steps.deletePreviews(now);
        boolean pictures = steps.deletePictures();
        boolean uploads = steps.deleteUploads(now);
        var next =
                new RetentionBookmarks(steps.removeOrphans(bookmarks.key(), now), steps.findMissing(bookmarks.job()));
        if (!previews && !pictures && !uploads) {
            Workflow.await(PAUSE, () -> isDue);
        }
        Workflow.continueAsNew(next);
    }

    @Override
    public void runNow() {
        isDue = true;
    }
}
