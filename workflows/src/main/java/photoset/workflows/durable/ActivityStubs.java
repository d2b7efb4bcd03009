package photoset.workflows.durable;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import photoset.workflows.TaskQueues;
import photoset.workflows.jobstore.JobStore;
import photoset.workflows.ownmasks.MaskCheck;
import photoset.workflows.ownmasks.MaskRecords;
import photoset.workflows.photos.PhotoInspection;
import photoset.workflows.previews.PreviewRendering;
import photoset.workflows.rendering.Rendering;
import photoset.workflows.segmentation.InstanceMatching;
import photoset.workflows.segmentation.Segmentation;
import photoset.workflows.sets.SetComposition;
import photoset.workflows.sets.SetStore;

/** The activities of a job with their time-outs and retries, each with its reason. */
final class ActivityStubs {
    /** Workers beat twice a second beside their work: one that is silent this long is lost, and its photo moves on. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(20);

    private ActivityStubs() {}

    /**
     * Records steps run beside the workflow, without a round trip. They retry for ever, since money depends on them;
     * past the threshold by a timer of the server, so that a database that is away blocks no workflow task.
     */
    static JobStore jobStore() {
        return Workflow.newLocalActivityStub(JobStore.class, recording());
    }

    /** The same for own masks: the job's rows and theirs must not part. */
    static MaskRecords maskRecords() {
        return Workflow.newLocalActivityStub(MaskRecords.class, recording());
    }

    /** Likewise; the first step also writes a file of some hundred kilobytes. */
    static SetStore setStore() {
        return Workflow.newLocalActivityStub(SetStore.class, recording());
    }

    private static LocalActivityOptions recording() {
        return LocalActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofSeconds(10))
                .setLocalRetryThreshold(Duration.ofSeconds(3))
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(200))
                        .setMaximumInterval(Duration.ofMinutes(1))
                        // The Java SDK retries no local activity that has neither this nor a deadline.
                        .setMaximumAttempts(Integer.MAX_VALUE)
                        .build())
                .setDoNotIncludeArgumentsIntoMarker(true)
                .build();
    }

    /**
     * Reading 60 MB takes 24 seconds on a line of 20 Mbit/s and eight minutes on one of 1 Mbit/s, decoding has a deadline
     * of seconds in the worker. Three hours hold an hour of trouble and a wait behind other albums.
     */
    static PhotoInspection inspection(String summary) {
        return Workflow.newActivityStub(
                PhotoInspection.class,
                pooled(TaskQueues.CPU, summary)
                        .setStartToCloseTimeout(Duration.ofMinutes(10))
                        .setScheduleToCloseTimeout(Duration.ofHours(3))
                        .setHeartbeatTimeout(SILENCE_MAX)
                        // No credit hangs on it, so a cancellation waits for no worker.
                        .setCancellationType(ActivityCancellationType.TRY_CANCEL)
                        .build());
    }

    /**
     * An external provider has ten minutes, the life of its links; a model takes seconds. Photos may queue for hours behind
     * other albums.
     */
    static Segmentation segmentation(String summary) {
        return Workflow.newActivityStub(Segmentation.class, segmenting(summary).build());
    }

    /** The same before there is a rule: no credit hangs on it, so a cancellation waits for no worker. */
    static Segmentation freeSegmentation(String summary) {
        return Workflow.newActivityStub(
                Segmentation.class,
                segmenting(summary)
                        .setCancellationType(ActivityCancellationType.TRY_CANCEL)
                        .build());
    }

    private static ActivityOptions.Builder segmenting(String summary) {
        return pooled(TaskQueues.GPU, summary)
                .setStartToCloseTimeout(Duration.ofMinutes(15))
                .setScheduleToCloseTimeout(Duration.ofHours(6))
                .setHeartbeatTimeout(SILENCE_MAX);
    }

    /**
     * Of 200 photos with 30 instances each every one is looked at, some 30 ms each: three minutes. Users wait for it, and can
     * do without.
     */
    static InstanceMatching matching() {
        return Workflow.newActivityStub(
                InstanceMatching.class,
                pooled(TaskQueues.CPU, "match instances")
                        .setStartToCloseTimeout(Duration.ofMinutes(10))
                        .setScheduleToCloseTimeout(Duration.ofMinutes(30))
                        .setHeartbeatTimeout(SILENCE_MAX)
                        .build());
    }

    /**
     * 8 MB are read in some seconds, a mask of 50 MP is enlarged, parted and packed in ten. A person waits for it: after
     * half an hour he has drawn another one.
     */
    static MaskCheck maskCheck() {
        return Workflow.newActivityStub(
                MaskCheck.class,
                pooled(TaskQueues.CPU, "check mask")
                        .setStartToCloseTimeout(Duration.ofMinutes(5))
                        .setScheduleToCloseTimeout(Duration.ofMinutes(30))
                        .setHeartbeatTimeout(SILENCE_MAX)
                        .build());
    }

    /**
     * A 50 MP picture is painted and encoded as PNG in well under a minute on one core; a photo has up to three. On a line
     * of 20 Mbit/s reading 60 MB takes 24 seconds, and writing three PNGs of 200 MB, the most that 50 MP with alpha can be,
     * four minutes: eight in all, and more than as much again for a machine that is busy.
     */
    static Rendering rendering(String summary) {
        return Workflow.newActivityStub(
                Rendering.class,
                pooled(TaskQueues.CPU, summary)
                        .setStartToCloseTimeout(Duration.ofMinutes(20))
                        .setScheduleToCloseTimeout(Duration.ofHours(6))
                        .setHeartbeatTimeout(SILENCE_MAX)
                        .build());
    }

    /**
     * 200 photos in three designs, both pages of each composed in four seconds of one core, take 40 minutes; a slow line or a
     * busy machine three times as long. It waits behind photos like any other work.
     */
    static SetComposition composition() {
        return Workflow.newActivityStub(
                SetComposition.class,
                pooled(TaskQueues.CPU, "compose the set")
                        .setStartToCloseTimeout(Duration.ofHours(2))
                        .setScheduleToCloseTimeout(Duration.ofHours(6))
                        .setHeartbeatTimeout(SILENCE_MAX)
                        // No credit hangs on it, so a cancellation waits for no worker.
                        .setCancellationType(ActivityCancellationType.TRY_CANCEL)
                        .build());
    }

    /**
     * A view is painted in under a second; the first of a photo reads all of it, and 50 MP with their masks take under a
     * minute of one core. Somebody looks at a screen and waits: what has not come after five minutes is of no use.
     */
    static PreviewRendering previewing(String summary) {
        return Workflow.newActivityStub(
                PreviewRendering.class,
                pooled(TaskQueues.CPU, summary)
                        .setStartToCloseTimeout(Duration.ofMinutes(2))
                        .setScheduleToCloseTimeout(Duration.ofMinutes(5))
                        .setHeartbeatTimeout(SILENCE_MAX)
                        // No credit hangs on it, so a cancellation waits for no worker.
                        .setCancellationType(ActivityCancellationType.TRY_CANCEL)
                        .build());
    }

    /** How many attempts there are is the worker's to decide, which knows what failed (photoset.activities.Attempts). */
    private static ActivityOptions.Builder pooled(String queue, String summary) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(queue)
                .setSummary(summary)
                // Credits are released only when the worker has really let go of the photo.
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofSeconds(1))
                        .setMaximumInterval(Duration.ofMinutes(1))
                        .build());
    }
}
