package photoset.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import photoset.gpu.segmentation.Tasks;
import photoset.gpu.torch.LoadedModel;
import photoset.objects.FreePorts;
import photoset.workflows.SharedKeys;
import photoset.workflows.TaskQueues;
import photoset.workflows.segmentation.Segmentation;
import photoset.workflows.segmentation.SegmentationTask;
import photoset.workflows.segmentation.SegmentedPhoto;
import photoset.workflows.segmentation.SegmenterDescription;
import tools.jackson.databind.json.JsonMapper;

/** The process as it is started in production, against a Temporal server and a store on local ports. */
class GpuWorkerTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private FakeStore store;
    private TestServer.PortBoundTestServer temporal;
    private int temporalPort;
    private int port;

    /** A job that only segments. */
    @WorkflowInterface
    public interface OnlySegment {
        @WorkflowMethod
        SegmentedPhoto run(SegmentationTask task);
    }

    /** Runs it on the queue of this module. */
    public static final class OnlySegmentWorkflow implements OnlySegment {
        @Override
        public SegmentedPhoto run(SegmentationTask task) {
            return Workflow.newActivityStub(
                            Segmentation.class,
                            ActivityOptions.newBuilder()
                                    .setTaskQueue(TaskQueues.GPU)
                                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                                    .setHeartbeatTimeout(Duration.ofSeconds(20))
                                    .build())
                    .segment(task);
        }
    }

    @BeforeEach
    void start() throws IOException {
        store = FakeStore.started();
        temporalPort = FreePorts.any();
        temporal = TestServer.createPortBoundServer(temporalPort, true);
        port = FreePorts.any();
    }

    @AfterEach
    void stop() {
        temporal.close();
        store.close();
    }

    private String[] settings(String... more) {
        var all = new ArrayList<>(List.of(
                "--spring.temporal.connection.target=127.0.0.1:" + temporalPort,
                "--management.server.port=" + port,
                "--photoset.store.endpoint=" + store.endpoint(),
                "--photoset.store.access-key=key",
                "--photoset.store.secret-key=0123456789"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void segmentsWhatTheQueueBringsAndSaysHowItIs() throws Exception {
        store.objects().put(Tasks.VIEW, Files.readAllBytes(Path.of("models/lite/samples/living_tv.jpg")));
        try (var worker = GpuWorker.start(settings())) {
            assertThat(get("/actuator/health/readiness"))
                    .contains("\"polling\":{\"status\":\"UP\"}", "\"model\":{\"status\":\"UP\"}");
            assertThat(get("/actuator/health/liveness")).contains("\"status\":\"UP\"");

            var found = segment(Tasks.of("interior", 640, 480, Tasks.stuff("Wall")));

            assertThat(found.model()).isEqualTo("lite/1.0.0");
            assertThat(published().concepts()).contains("Wall", "Glass_highlight");
            assertThat(store.objects()).containsKeys("masks/u/j/3/Wall.png", "masks/u/j/3/instances.json");
            assertThat(get("/actuator/prometheus"))
                    .contains("jvm_memory_used_bytes", "photoset_gpu_busy_seconds_total{model=\"lite/1.0.0\"}");
            // Temporal's meters are reported every ten seconds.
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> get("/actuator/prometheus").contains("temporal_activity_execution_latency"));
            assertThat(worker.isRunning()).isTrue();
        }
    }

    @Test
    void runsTheStubWithoutAModel() throws Exception {
        try (var worker = GpuWorker.start(settings("--photoset.segmenter=stub"))) {
            var found = segment(Tasks.of("interior", 640, 480, Tasks.stuff("Wall")));

            assertThat(found.model()).isEqualTo("stub/1");
            assertThat(published()).isEqualTo(SegmenterDescription.open("stub/1"));
            assertThat(worker.getBeanNamesForType(LoadedModel.class)).isEmpty();
        }
    }

    /** What the api reads about this worker's segmenter. */
    private SegmenterDescription published() {
        var bytes = await().until(() -> store.objects().get(SharedKeys.SEGMENTER), Objects::nonNull);
        return new JsonMapper().readValue(bytes, SegmenterDescription.class);
    }

    @Test
    void runsSam3FromAModelPackage() throws Exception {
        store.objects().put(Tasks.VIEW, Files.readAllBytes(Path.of("models/lite/samples/living_tv.jpg")));
        try (var worker = GpuWorker.start(settings(
                "--photoset.segmenter=sam3",
                "--photoset.gpu.model-dir=src/test/resources/sam3/tiny",
                "--photoset.sam3.score=0.1"))) {
            var found = segment(Tasks.of("interior", 640, 480, Tasks.stuff("Herringbone_Floor")));

            assertThat(found.model()).isEqualTo("sam3/random-tiny-1");
            assertThat(store.objects()).containsKeys("masks/u/j/3/Herringbone_Floor.png", "masks/u/j/3/instances.json");
            assertThat(store.objects().keySet())
                    .anyMatch(key -> key.matches("segments/sam3/random-tiny-1/00/[0-9a-f]{32}"));
            assertThat(get("/actuator/health/readiness")).contains("\"model\":{\"status\":\"UP\"}");
            assertThat(worker.isRunning()).isTrue();
        }
    }

    @Test
    void aWorkerWhoseDeviceIsLostStopsPollingAndEnds() throws Exception {
        try (var worker = GpuWorker.start(settings("--photoset.segmenter=stub"))) {
            var told = new AtomicReference<Runnable>();
            var ended = new CompletableFuture<Integer>();
            var endedByDaemon = new AtomicBoolean();
            var guard = new DeviceGuard(worker, List.of(new LoadedModel() {
                @Override
                public String label() {
                    return "broken/1";
                }

                @Override
                public Optional<String> trouble() {
                    return Optional.of("the device is lost");
                }

                @Override
                public Duration stepMax() {
                    return Duration.ofMinutes(1);
                }

                @Override
                public long busyNanos() {
                    return 0;
                }

                @Override
                public void onLost(Runnable listener) {
                    told.set(listener);
                }
            }));
            guard.endBy(code -> {
                endedByDaemon.set(Thread.currentThread().isDaemon());
                ended.complete(code);
            });

            Thread.ofPlatform().daemon().start(told.get());

            assertThat(ended.get(30, TimeUnit.SECONDS)).isEqualTo(70);
            assertThat(endedByDaemon)
                    .as("a process without other threads ends with 0 before a daemon can say otherwise")
                    .isFalse();
            assertThat(worker.isActive()).isFalse();
        }
    }

    @Test
    void doesNotStartWithoutAPackageOrWithAThresholdThatIsNone() {
        assertThatThrownBy(() -> GpuWorker.start(settings("--photoset.segmenter=sam3")))
                .rootCause()
                .hasMessageContaining("photoset.gpu.model-dir must name the model package");
        assertThatThrownBy(() -> GpuWorker.start(settings(
                        "--photoset.segmenter=sam3",
                        "--photoset.gpu.model-dir=src/test/resources/sam3/tiny",
                        "--photoset.sam3.score=0.01")))
                .rootCause()
                .hasMessageContaining("photoset.sam3.score must be from 0.1");
    }

    @Test
    void doesNotStartWithAMisspeltSegmenterOrAProviderWithoutAddress() {
        assertThatThrownBy(() -> GpuWorker.start(settings("--photoset.segmenter=stubb")))
                .rootCause()
                .hasMessageContaining("lite, sam3, stub or remote");
        assertThatThrownBy(() -> GpuWorker.start(settings("--photoset.segmenter=remote")))
                .rootCause()
                .hasMessageContaining("photoset.remote.");
    }

    private SegmentedPhoto segment(SegmentationTask task) {
        var stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:" + temporalPort)
                .build());
        var client = WorkflowClient.newInstance(stubs);
        var factory = WorkerFactory.newInstance(client);
        factory.newWorker("test-jobs").registerWorkflowImplementationTypes(OnlySegmentWorkflow.class);
        factory.start();
        try {
            return client.newWorkflowStub(
                            OnlySegment.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue("test-jobs")
                                    .setWorkflowExecutionTimeout(Duration.ofMinutes(1))
                                    .build())
                    .run(task);
        } finally {
            factory.shutdownNow();
            stubs.shutdownNow();
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
