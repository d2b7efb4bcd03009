package photoset.gpu.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.ActivityNotExistsException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photoset.activities.Attempts;
import photoset.activities.Surroundings;
import photoset.gpu.FakeStore;
import photoset.gpu.segmentation.Tasks;
import photoset.imaging.Mask;
import photoset.imaging.png.GreyPng;
import photoset.objects.ObjectStore;
import photoset.objects.StoreSettings;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.Segmentation;
import photoset.workflows.segmentation.SegmentationTask;
import photoset.workflows.segmentation.SegmentedPhoto;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RemoteSegmentationTest {
    private static final AtomicInteger JOBS = new AtomicInteger();
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final String QUEUE = "all";
    private static final String FORGETFUL_QUEUE = "all whose provider loses orders";
    private static final String INSTANCES = "masks/u/j/3/instances.json";
    private static final String WALL = "masks/u/j/3/Wall.png";
    private static final String DOOR = "masks/u/j/3/Door.png";
    private static final SegmentationTask TASK =
            protecting(Tasks.of("interior", 640, 480, Tasks.stuff("Wall"), Tasks.thing("Door")), "Door");
    private static final SegmentedPhoto FOUND = new SegmentedPhoto("far/2", List.of());

    private static final String INSTANCES_JSON = """
                [{"concept": "Wall", "instance_id": "Wall-1", "score": 0.7, "box": [0, 0, 9, 9], "area": 60, "rle": {}},
                 {"concept": "Wall", "instance_id": "Wall-2", "score": 0.9, "box": [9, 0, 9, 9], "area": 40}]
                """;
    private static final SegmentedPhoto IN_BUCKET = new SegmentedPhoto(
            "remote/far", List.of(new MaskRef("Wall", WALL, 100, 2, 0.9), new MaskRef("Door", DOOR, 0, 0, 0)));

    private static final List<JsonNode> orders = new CopyOnWriteArrayList<>();
    private static final List<String> bearers = new CopyOnWriteArrayList<>();
    private static final AtomicInteger failuresFirst = new AtomicInteger();
    private static volatile int failure = 503;
    private static volatile Runnable whenOrdered = () -> {};
    private static HttpServer provider;
    private static TestWorkflowEnvironment temporal;
    private static FakeStore store;
    private static final Attempts attempts = new Attempts(
            Duration.ofMinutes(1), new Surroundings(Map.of(ProviderUnavailable.class, RemoteSegmentation.PROVIDER)));
    private static List<RemoteSegmentation> segmentations;

    private final String workflow = "job/" + JOBS.incrementAndGet();

    /** A job that only segments. */
    @WorkflowInterface
    public interface OnlySegment {
        @WorkflowMethod
        SegmentedPhoto run(SegmentationTask task);
    }

    /** With the options that matter here. */
    public static final class OnlySegmentWorkflow implements OnlySegment {
        @Override
        public SegmentedPhoto run(SegmentationTask task) {
            return Workflow.newActivityStub(
                            Segmentation.class,
                            ActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                                    .setHeartbeatTimeout(Duration.ofSeconds(20))
                                    .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                                    .setRetryOptions(RetryOptions.newBuilder()
                                            .setInitialInterval(Duration.ofMillis(50))
                                            .setMaximumAttempts(3)
                                            .build())
                                    .build())
                    .segment(task);
        }
    }

    /** One server for all tests: closing it takes ten seconds. */
    @BeforeAll
    static void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", RemoteSegmentationTest::answer);
        provider.start();
        temporal = TestWorkflowEnvironment.newInstance(
                TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build());
        store = FakeStore.started();
        segmentations = List.of(listen(QUEUE, LONG), listen(FORGETFUL_QUEUE, SHORT));
        temporal.start();
    }

    private static RemoteSegmentation listen(String queue, Duration repeatAfter) {
        var segmentation = new RemoteSegmentation(
                new RemoteSettings(
                        URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/orders"),
                        "provider-token",
                        URI.create("https://api.example/"),
                        LONG,
                        Duration.ofSeconds(5),
                        SHORT,
                        repeatAfter,
                        "far"),
                objects(),
                attempts,
                SHORT);
        var worker = temporal.newWorker(queue);
        worker.registerWorkflowImplementationTypes(OnlySegmentWorkflow.class);
        worker.registerActivitiesImplementations(segmentation);
        return segmentation;
    }

    private static ObjectStore objects() {
        return new ObjectStore(new StoreSettings(store.endpoint(), null, "us-east-1", "photoset", "key", "0123456789"));
    }

    private static SegmentationTask protecting(SegmentationTask task, String... concepts) {
        return new SegmentationTask(
                task.user(),
                task.job(),
                task.preset(),
                task.photo(),
                task.concepts(),
                List.of(concepts),
                List.of(),
                false);
    }

    @BeforeEach
    void forget() {
        store.objects().clear();
        orders.clear();
        bearers.clear();
        failuresFirst.set(0);
        failure = 503;
        whenOrdered = () -> {};
    }

    @AfterAll
    static void stop() {
        segmentations.forEach(RemoteSegmentation::close);
        attempts.close();
        temporal.close();
        provider.stop(0);
        store.close();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            orders.add(JsonMapper.shared().readTree(body));
            bearers.add(exchange.getRequestHeaders().getFirst("Authorization"));
            whenOrdered.run();
            exchange.sendResponseHeaders(failuresFirst.getAndDecrement() > 0 ? failure : 202, -1);
        }
    }

    private WorkflowStub started() {
        return started(QUEUE);
    }

    private WorkflowStub started(String queue) {
        var job = temporal.getWorkflowClient()
                .newWorkflowStub(
                        OnlySegment.class,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(queue)
                                .setWorkflowId(workflow)
                                .build());
        WorkflowClient.start(job::run, TASK);
        return WorkflowStub.fromTyped(job);
    }

    /** What the api does when the provider reports. */
    private void callBack() {
        temporal.getWorkflowClient()
                .newActivityCompletionClient()
                .complete(workflow, Optional.empty(), activity(), FOUND);
    }

    private static String activity() {
        return orders.getLast().get("idempotency_prefix").asString().replaceFirst("\\.3$", "");
    }

    /** What a provider does that does all but call back. */
    private static void putResults() {
        store.objects().put(WALL, mask(640, 480));
        store.objects().put(DOOR, mask(640, 480));
        put(INSTANCES_JSON);
    }

    private static void put(String instances) {
        store.objects().put(INSTANCES, instances.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mask(int width, int height) {
        return GreyPng.encode(Mask.empty(width, height));
    }

    @Test
    void takesResultsFromTheBucketWhenTheCallbackIsLost() {
        var job = started();
        await().until(() -> orders.size() == 1);
        long looks = store.calls("HEAD " + INSTANCES);
        putResults();

        assertThat(job.getResult(SegmentedPhoto.class)).isEqualTo(IN_BUCKET);
        assertThat(store.calls("HEAD " + INSTANCES) - looks)
                .as("looks, the first of which leaves the callback its turn")
                .isGreaterThanOrEqualTo(2);
        assertThatThrownBy(this::callBack).as("a callback that is late").isInstanceOf(ActivityNotExistsException.class);
        assertThat(orders).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"missing", "cut off", "of another size", "instances of another order", "no JSON"})
    void waitsWhileResultsAreUnfit(String fault) {
        var job = started();
        await().until(() -> orders.size() == 1);
        long before = store.calls("GET " + INSTANCES);
        store.objects().put(DOOR, mask(640, 480));
        var wall = mask(640, 480);
        switch (fault) {
            case "cut off" -> store.objects().put(WALL, Arrays.copyOf(wall, wall.length - 1));
            case "of another size" -> store.objects().put(WALL, mask(480, 640));
            case "missing" -> store.objects().remove(WALL);
            default -> store.objects().put(WALL, wall);
        }
        var instances = switch (fault) {
            case "instances of another order" -> "[{\"concept\": \"Roof\", \"score\": 1, \"area\": 1}]";
            case "no JSON" -> "[{";
            default -> INSTANCES_JSON;
        };
        put(instances);
        await().until(() -> store.calls("GET " + INSTANCES) >= before + 2);

        assertThat(job.describe().getStatus()).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
        putResults();
        assertThat(job.getResult(SegmentedPhoto.class)).isEqualTo(IN_BUCKET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[null]", "[[]]", "7"})
    void whatIsNoListOfInstancesIsNoResult(String instances) {
        putResults();
        put(instances);

        assertThat(new Results(objects(), "remote/far").complete(TASK)).isEmpty();
    }

    @Test
    void takesNothingThatAnEarlierRunLeft() {
        putResults();
        var job = started();
        await().until(() -> orders.size() == 1);

        assertThat(store.objects()).doesNotContainKey(INSTANCES);
        callBack();
        assertThat(job.getResult(SegmentedPhoto.class)).isEqualTo(FOUND);
    }

    @Test
    void ordersNothingAgainWhoseResultsAreThere() {
        failuresFirst.set(1);
        failure = 599;
        whenOrdered = RemoteSegmentationTest::putResults;
        var job = started();

        assertThat(job.getResult(SegmentedPhoto.class)).isEqualTo(IN_BUCKET);
        assertThat(orders).hasSize(1);
    }

    @Test
    void handsALostOrderInAgainTwice() {
        var job = started(FORGETFUL_QUEUE);
        await().until(() -> orders.size() == 3);
        long looks = store.calls("HEAD " + INSTANCES);
        await().until(() -> store.calls("HEAD " + INSTANCES) > looks + 3);

        assertThat(orders).hasSize(3);
        assertThat(orders.stream().map(order -> order.get("idempotency_prefix").asString()))
                .containsOnly(activity() + ".3");
        callBack();
        assertThat(job.getResult(SegmentedPhoto.class)).isEqualTo(FOUND);
    }

    @Test
    void ordersWithLinksAndIsCompletedByTheCallback() {
        var job = started();
        await().until(() -> orders.size() == 1);
        callBack();

        assertThat(job.getResult(SegmentedPhoto.class)).isEqualTo(FOUND);
        assertThat(bearers).containsExactly("Bearer provider-token");
        var order = orders.getFirst();
        assertThat(order.get("job_id").asString()).isEqualTo("j");
        assertThat(order.get("user_id").asString()).isEqualTo("u");
        assertThat(order.get("callback_url").asString()).isEqualTo("https://api.example/jobs/j/callback");
        assertThat(order.propertyNames())
                .containsExactlyInAnyOrder(
                        "job_id",
                        "user_id",
                        "preset",
                        "concepts",
                        "protect",
                        "items",
                        "callback_url",
                        "idempotency_prefix");
        assertThat(order.get("preset").asString()).isEqualTo("interior");
        assertThat(order.get("concepts")).hasSize(2);
        assertThat(order.get("protect")).hasToString("[\"Door\"]");
        assertThat(order.get("idempotency_prefix").asString()).endsWith(".3");
        var item = order.get("items").get(0);
        assertThat(item.get("idx").asInt()).isEqualTo(3);
        assertThat(item.get("view_url").asString()).contains("/inputs/u/j/3.view.jpg?", "X-Amz-Signature");
        for (String link : List.of("view_url", "photo_url")) {
            assertThat(item.get(link).asString())
                    .as(link)
                    .contains("response-content-disposition=attachment", "response-content-type=image%2Fjpeg");
        }
        assertThat(item.get("masks").get(1).get("key").asString()).isEqualTo("masks/u/j/3/Door.png");
        assertThat(item.get("masks").get(1).get("put_url").asString()).contains("X-Amz-Signature");
        assertThat(item.get("instances_url").asString()).contains("instances.json");
    }

    @Test
    void ordersAgainUnderTheSameNameWhenTheProviderIsAway() {
        failuresFirst.set(2);
        var job = started();
        await().until(() -> orders.size() == 3);
        callBack();

        assertThat(job.getResult(SegmentedPhoto.class)).isEqualTo(FOUND);
        assertThat(orders.stream().map(order -> order.get("idempotency_prefix").asString()))
                .containsOnly(orders.getFirst().get("idempotency_prefix").asString());
    }

    @Test
    void givesUpAtOnceWhenTheProviderRefuses() {
        failure = 422;
        failuresFirst.set(9);
        var job = started();

        assertThatThrownBy(() -> job.getResult(SegmentedPhoto.class))
                .isInstanceOf(WorkflowFailedException.class)
                .rootCause()
                .isInstanceOfSatisfying(ApplicationFailure.class, refusal -> {
                    assertThat(refusal.getType()).isEqualTo("SEGMENTATION_FAILED");
                    assertThat(refusal.getOriginalMessage()).contains("422").doesNotContain("http://");
                });
        assertThat(orders).hasSize(1);
    }

    @Test
    void letsGoOfAnOrderWhenTheJobIsCanceled() {
        var job = started();
        await().until(() -> orders.size() == 1);

        job.cancel();

        assertThatThrownBy(() -> job.getResult(SegmentedPhoto.class)).cause().isInstanceOf(CanceledFailure.class);
    }

    @Test
    void putsNoLinkIntoTheHistory() {
        var job = started();
        await().until(() -> orders.size() == 1);
        callBack();
        job.getResult(SegmentedPhoto.class);

        assertThat(temporal.getWorkflowClient().fetchHistory(workflow).toJson(false))
                .doesNotContain("X-Amz", "provider-token");
    }
}
