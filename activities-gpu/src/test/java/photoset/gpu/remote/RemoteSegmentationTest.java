package photoset.gpu.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import photoset.gpu.segmentation.Tasks;
import photoset.objects.ObjectStore;
import photoset.objects.StoreSettings;
import photoset.workflows.segmentation.Segmentation;
import photoset.workflows.segmentation.SegmentationTask;
import photoset.workflows.segmentation.SegmentedPhoto;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RemoteSegmentationTest {
    private static final AtomicInteger JOBS = new AtomicInteger();
    private static final SegmentationTask TASK =
            Tasks.of("interior", 640, 480, Tasks.stuff("Wall"), Tasks.thing("Door"));
    private static final SegmentedPhoto FOUND = new SegmentedPhoto("far/2", List.of());

    private static final List<JsonNode> orders = new CopyOnWriteArrayList<>();
    private static final List<String> bearers = new CopyOnWriteArrayList<>();
    private static final AtomicInteger failuresFirst = new AtomicInteger();
    private static volatile int failure = 503;
    private static HttpServer provider;
    private static TestWorkflowEnvironment temporal;
    private static RemoteSegmentation segmentation;

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
        segmentation = new RemoteSegmentation(
                new RemoteSettings(
                        URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/orders"),
                        "provider-token",
                        URI.create("https://api.example/"),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(5)),
                new ObjectStore(new StoreSettings(
                        URI.create("http://store.example:9000"), null, "us-east-1", "photoset", "key", "0123456789")),
                Duration.ofMillis(100));
        var worker = temporal.newWorker("all");
        worker.registerWorkflowImplementationTypes(OnlySegmentWorkflow.class);
        worker.registerActivitiesImplementations(segmentation);
        temporal.start();
    }

    @BeforeEach
    void forget() {
        orders.clear();
        bearers.clear();
        failuresFirst.set(0);
        failure = 503;
    }

    @AfterAll
    static void stop() {
        segmentation.close();
        temporal.close();
        provider.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            orders.add(JsonMapper.shared().readTree(body));
            bearers.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(failuresFirst.getAndDecrement() > 0 ? failure : 202, -1);
        }
    }

    private WorkflowStub started() {
        var job = temporal.getWorkflowClient()
                .newWorkflowStub(
                        OnlySegment.class,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue("all")
                                .setWorkflowId(workflow)
                                .build());
        WorkflowClient.start(job::run, TASK);
        return WorkflowStub.fromTyped(job);
    }

    /** What the api does when the provider reports. */
    private void callBack() {
        var prefix = orders.getLast().get("idempotency_prefix").asString();
        temporal.getWorkflowClient().newActivityCompletionClient().complete(workflow, Optional.empty(), prefix, FOUND);
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
        assertThat(order.get("concepts")).hasSize(2);
        var item = order.get("items").get(0);
        assertThat(item.get("idx").asInt()).isEqualTo(3);
        assertThat(item.get("view_url").asString()).contains("/inputs/u/j/3.view.jpg?", "X-Amz-Signature");
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
