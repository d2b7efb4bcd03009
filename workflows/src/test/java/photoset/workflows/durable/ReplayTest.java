package photoset.workflows.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.testing.WorkflowReplayer;
import io.temporal.workflow.Workflow;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import photoset.workflows.job.Execution;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobRequest;
import photoset.workflows.job.JobState;
import photoset.workflows.job.JobWorkflow;
import photoset.workflows.job.UploadReceipt;
import photoset.workflows.jobstore.JobEnd;
import photoset.workflows.segmentation.SegmentRequest;

/** Workflows that a released version began must go on with this one. See {@link RecordHistories}. */
class ReplayTest {
    static List<Path> histories() throws IOException, URISyntaxException {
        var folder = Path.of(ReplayTest.class.getResource("/histories").toURI());
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void goesOnWithAWorkflowOf(Path history) throws Exception {
        WorkflowReplayer.replayWorkflowExecution(
                history.toFile(),
                JobWorkflowRun.class,
                RetentionWorkflowRun.class,
                MaskWorkflowRun.class,
                SetWorkflowRun.class,
                PreviewWorkflowRun.class);
    }

    @Test
    void everyKindOfEndIsRecorded() throws Exception {
        var names = histories().stream().map(file -> file.getFileName().toString());
        assertThat(names)
                .containsAll(Stream.of(JobEnd.Reason.values())
                        .map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json")
                        .toList())
                .contains("retention-waits.json", "retention-woken.json", "mask-taken.json", "mask-unfit.json")
                .contains("set-done.json", "set-failed.json")
                .contains("preview.json", "preview-failed.json");
    }

    @Test
    void aJobThatDoesSomethingElseIsCaught() {
        assertThatThrownBy(() -> WorkflowReplayer.replayWorkflowExecutionFromResource(
                        "histories/0.1.0/finished.json", ImpatientJob.class))
                .hasStackTraceContaining("NonDeterministicException");
    }

    /** What a careless change would look like: a timer before the upload window. */
    public static final class ImpatientJob implements JobWorkflow {
        @Override
        public JobOutcome run(JobRequest request) {
            Workflow.sleep(Duration.ofSeconds(1));
            return new JobOutcome(JobState.DONE, 0, 0, 0);
        }

        @Override
        public UploadReceipt confirmUpload() {
            return new UploadReceipt(List.of());
        }

        @Override
        public void checkConfirmUpload() {}

        @Override
        public void segment(SegmentRequest wanted) {}

        @Override
        public void checkSegment(SegmentRequest wanted) {}

        @Override
        public void execute(Execution execution) {}

        @Override
        public void checkExecute(Execution execution) {}

        @Override
        public void retry() {}

        @Override
        public void checkRetry() {}

        @Override
        public JobOutcome cancel() {
            return new JobOutcome(JobState.CANCELED, 0, 0, 0);
        }

        @Override
        public void checkCancel() {}
    }
}
