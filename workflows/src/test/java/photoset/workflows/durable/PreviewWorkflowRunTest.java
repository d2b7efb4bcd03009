package photoset.workflows.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.TaskQueues;
import photoset.workflows.UserId;
import photoset.workflows.job.JobState;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.previews.PreviewTask;
import photoset.workflows.previews.PreviewTask.MaskVersion;
import photoset.workflows.previews.PreviewWorkflow;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.RenderTask;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.SegmentedPhoto;

class PreviewWorkflowRunTest {
    @AutoClose
    private final JobFixture fixture = new JobFixture();

    static PreviewTask task(int idx, String hash) {
        var keys = new ObjectKeys(new UserId("user_1"), new JobId("job_1"));
        var photo = new PhotoRef(idx, keys.input(idx, "jpg"), keys.view(idx), "ab".repeat(32), 1, 640, 480);
        var spec = new RenderSpec(
                "a",
                List.of(new ResolvedAction.Recolor("Wall", "#9caf88", 1)),
                List.of(),
                OutputFormat.PNG,
                false,
                EdgeMode.REFINED,
                false);
        var found = new SegmentedPhoto("fake/1", List.of(new MaskRef("Wall", keys.mask(idx, "Wall"), 1, 1, 1)));
        var render = new RenderTask(keys.user(), keys.job(), photo, List.of(spec.asPreview()), found, null);
        return new PreviewTask(hash, render, List.of(new MaskVersion("Wall", "etag")), null);
    }

    static WorkflowStub start(JobFixture fixture, PreviewTask task) {
        var preview = fixture.temporal
                .getWorkflowClient()
                .newWorkflowStub(
                        PreviewWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(task.workflowId())
                                .setTaskQueue(TaskQueues.JOBS)
                                .setWorkflowIdConflictPolicy(
                                        WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                                .build());
        WorkflowClient.start(preview::run, task);
        return WorkflowStub.fromTyped(preview);
    }

    @Test
    void whoAsksForTheSameMeanwhileWaitsForTheSame() {
        fixture.workers.previewGate = new CountDownLatch(1);
        var first = start(fixture, task(0, "aa"));
        var second = start(fixture, task(0, "aa"));
        var other = start(fixture, task(0, "bb"));
        fixture.workers.previewGate.countDown();

        first.getResult(Void.class);
        second.getResult(Void.class);
        other.getResult(Void.class);
        assertThat(fixture.workers.previewed).containsExactlyInAnyOrder("aa", "bb");
        assertThat(second.getExecution()).isEqualTo(first.getExecution());
    }

    @Test
    void theJobKnowsNothingOfIt() {
        var job = fixture.startIn(JobState.UPLOADED, 1);
        long before = length(job);
        start(fixture, task(0, "aa")).getResult(Void.class);

        assertThat(length(job)).isEqualTo(before);
    }

    private long length(WorkflowStub workflow) {
        return fixture.temporal
                .getWorkflowClient()
                .fetchHistory(workflow.getExecution().getWorkflowId())
                .getEvents()
                .size();
    }

    @Test
    void aStoreThatIsAwayIsWaitedForAndADamagedMaskIsNot() {
        fixture.workers.outage.set(2);
        start(fixture, task(0, "aa")).getResult(Void.class);
        assertThat(fixture.workers.previewed).containsExactly("aa", "aa", "aa");

        fixture.workers.unrenderable.add(1);
        var failed = start(fixture, task(1, "bb"));
        assertThatThrownBy(() -> failed.getResult(Void.class))
                .isInstanceOf(WorkflowFailedException.class)
                .hasStackTraceContaining("The mask of Wall is damaged.");
        fixture.workers.unrenderable.clear();
        start(fixture, task(1, "bb")).getResult(Void.class);
    }
}
