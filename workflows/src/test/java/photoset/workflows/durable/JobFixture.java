package photoset.workflows.durable;

import com.google.protobuf.util.Timestamps;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.TaskQueues;
import photoset.workflows.UserId;
import photoset.workflows.job.Execution;
import photoset.workflows.job.InstanceChoice;
import photoset.workflows.job.JobMetadata;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobRequest;
import photoset.workflows.job.JobState;
import photoset.workflows.job.JobWorkflow;
import photoset.workflows.job.UploadReceipt;
import photoset.workflows.job.Variant;
import photoset.workflows.photos.DeclaredPhoto;
import photoset.workflows.plan.Plan;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.rendering.Rule;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.SegmentRequest;

/** One job on a time-skipping Temporal with fake records and workers. */
final class JobFixture implements AutoCloseable {
    static final Duration UPLOAD_WINDOW = Duration.ofHours(1);
    static final Duration EXECUTE_WINDOW = Duration.ofHours(24);
    private static final List<Concept> WALL = List.of(new Concept("Wall", "wall surface", Concept.Kind.STUFF));
    final FakeRecords records = new FakeRecords();
    final FakeWorkers workers = new FakeWorkers();
    final FakeSets sets = new FakeSets();
    final TestWorkflowEnvironment temporal;
    final JobId id = new JobId("job_" + UUID.randomUUID());
    final UserId user = new UserId("user_1");
    private @Nullable JobRequest request;

    JobFixture() {
        var options = TestEnvironmentOptions.newBuilder()
                // Recorded histories name no machine.
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setIdentity("recorder")
                        .validateAndBuildWithDefaults());
        JobMetadata.keys()
                .forEach(key ->
                        options.registerSearchAttribute(key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
        temporal = TestWorkflowEnvironment.newInstance(options.build());
        var jobs = temporal.newWorker(TaskQueues.JOBS);
        jobs.registerWorkflowImplementationTypes(JobWorkflowRun.class, SetWorkflowRun.class, PreviewWorkflowRun.class);
        jobs.registerActivitiesImplementations(records, sets.records);
        var quickHeartbeats = WorkerOptions.newBuilder()
                .setMaxHeartbeatThrottleInterval(Duration.ofMillis(50))
                .build();
        temporal.newWorker(TaskQueues.CPU, quickHeartbeats).registerActivitiesImplementations(workers, sets.composer);
        temporal.newWorker(TaskQueues.GPU, quickHeartbeats).registerActivitiesImplementations(workers);
        temporal.start();
    }

    WorkflowStub start(Plan plan, int photos) {
        records.photos = photos;
        var keys = new ObjectKeys(user, id);
        var album = IntStream.range(0, photos)
                .mapToObj(idx -> new DeclaredPhoto(idx, keys.upload(idx), "image/jpeg", null, null))
                .toList();
        var request = new JobRequest(user, id, plan, "interior", album, UPLOAD_WINDOW, EXECUTE_WINDOW, 0);
        this.request = request;
        var job = temporal.getWorkflowClient()
                .newWorkflowStub(
                        JobWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id.workflowId())
                                .setTaskQueue(TaskQueues.JOBS)
                                .setTypedSearchAttributes(JobMetadata.of(request))
                                .setPriority(JobMetadata.priority(request))
                                .setStaticSummary(JobMetadata.summary(request))
                                .build());
        WorkflowClient.start(job::run, request);
        return WorkflowStub.fromTyped(job);
    }

    /** Begins retry {@code number} as the api does: the update starts the workflow under the job's id again. */
    WorkflowStub retry(int number) {
        var again = retryRequest(number);
        var job = retryStub(again);
        var options = UpdateOptions.newBuilder(Void.class)
                .setUpdateName("retry")
                .setUpdateId("retry-" + number)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
        WorkflowClient.executeUpdateWithStart(job::retry, options, new WithStartWorkflowOperation<>(job::run, again));
        return temporal.getWorkflowClient().newUntypedWorkflowStub(id.workflowId());
    }

    /** The same, and the call gets lost. */
    WorkflowStub startRetry(int number) {
        var again = retryRequest(number);
        var job = retryStub(again);
        WorkflowClient.start(job::run, again);
        return WorkflowStub.fromTyped(job);
    }

    private JobRequest retryRequest(int number) {
        var request = Objects.requireNonNull(this.request);
        return new JobRequest(
                request.user(),
                request.job(),
                request.plan(),
                request.preset(),
                request.photos(),
                request.uploadWindow(),
                request.executeWindow(),
                number);
    }

    private JobWorkflow retryStub(JobRequest again) {
        return temporal.getWorkflowClient()
                .newWorkflowStub(
                        JobWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id.workflowId())
                                .setTaskQueue(TaskQueues.JOBS)
                                .setWorkflowIdConflictPolicy(
                                        WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                                .setTypedSearchAttributes(JobMetadata.of(again))
                                .build());
    }

    /** Brings a job of {@code photos} photos into this state. */
    WorkflowStub startIn(JobState state, int photos) {
        if (state == JobState.FAILED) {
            IntStream.range(0, photos).forEach(workers.broken::add);
        }
        var job = start(Plan.FREE, photos);
        if (state == JobState.CREATED) {
            return job;
        }
        confirm(job);
        if (state == JobState.UPLOADED) {
            return job;
        }
        if (state == JobState.CANCELED) {
            cancel(job);
            return job;
        }
        execute(job);
        if (state == JobState.DONE || state == JobState.FAILED) {
            job.getResult(JobOutcome.class);
        }
        return job;
    }

    static UploadReceipt confirm(WorkflowStub job) {
        return job.update("confirmUpload", UploadReceipt.class);
    }

    /** Looks for these concepts; returns when the run goes on. */
    static void segment(WorkflowStub job, String... concepts) {
        job.update("segment", Void.class, new SegmentRequest(concepts(concepts), List.of()));
    }

    static List<Concept> concepts(String... ids) {
        return Arrays.stream(ids)
                .map(id -> new Concept(id, id.toLowerCase(Locale.ROOT), Concept.Kind.INSTANCE))
                .toList();
    }

    static void execute(WorkflowStub job) {
        execute(job, new Execution(List.of(variant(ObjectKeys.ONLY_VARIANT, "#9caf88")), null, WALL));
    }

    /** Variants a, b and c. */
    static void executeThree(WorkflowStub job) {
        var three = List.of(variant("a", "#9caf88"), variant("b", "#1f3a5f"), variant("c", "#e9dca8"));
        execute(job, new Execution(three, null, WALL));
    }

    static void execute(WorkflowStub job, Execution execution) {
        job.update("execute", Void.class, execution);
    }

    static Variant variant(String id, String color) {
        var paint = new ResolvedAction.Recolor("Wall", color, 1);
        var spec = new RenderSpec(
                id,
                List.of(paint),
                List.of("Grout"),
                OutputFormat.PNG,
                true,
                EdgeMode.REFINED,
                false,
                List.of(),
                List.of());
        var rule = new Rule(Map.of("Wall", new Action.Recolor(color, null)), List.of("Grout"));
        return new Variant(null, rule, null, spec, InstanceChoice.ALL);
    }

    static JobOutcome cancel(WorkflowStub job) {
        return job.update("cancel", JobOutcome.class);
    }

    static <T> CompletableFuture<T> begin(WorkflowStub job, String update, Class<T> result) {
        return job.startUpdate(UpdateOptions.newBuilder(result)
                        .setUpdateName(update)
                        .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                        .build())
                .getResultAsync();
    }

    /** The failure type of a refused update. */
    static String refusal(Throwable thrown) {
        return thrown instanceof WorkflowUpdateException refused
                        && refused.getCause() instanceof ApplicationFailure failure
                ? failure.getType()
                : thrown.getClass().getSimpleName();
    }

    /**
     * What a workflow took from one event to the last of another, by its history. The test server's own clock tells more: it
     * may skip to the next timer between the end and the caller's next line.
     */
    Duration between(String workflow, EventType first, EventType last) {
        var events = temporal.getWorkflowClient().fetchHistory(workflow).getEvents();
        var began =
                events.stream().filter(event -> event.getEventType() == first).findFirst();
        var ended =
                events.stream().filter(event -> event.getEventType() == last).reduce((earlier, later) -> later);
        return Duration.ofMillis(Timestamps.toMillis(ended.orElseThrow().getEventTime())
                - Timestamps.toMillis(began.orElseThrow().getEventTime()));
    }

    @Override
    public void close() {
        workers.inspectionGate.countDown();
        workers.segmentationGate.countDown();
        workers.matchingGate.countDown();
        sets.gate.countDown();
        temporal.close();
    }
}
