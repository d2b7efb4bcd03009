package photoset.gpu.lite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import photoset.activities.Attempts;
import photoset.activities.Pulse;
import photoset.gpu.segmentation.MemoryBucket;
import photoset.gpu.segmentation.Tasks;
import photoset.gpu.torch.Processor;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.Segmentation;
import tools.jackson.databind.json.JsonMapper;

class LiteSegmentationTest {
    private static LiteModel model;

    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
    private final MemoryBucket bucket = new MemoryBucket();
    private final Attempts attempts = new Attempts(Duration.ofMinutes(1), Tasks.SURROUNDINGS);
    private Segmentation segmentation;

    @BeforeAll
    static void load() throws IOException {
        model = LiteModel.bundled(Processor.cpu());
    }

    @AfterAll
    static void unload() {
        model.close();
    }

    @BeforeEach
    void start() throws IOException {
        bucket.put(Tasks.VIEW, Files.readAllBytes(Path.of("models/lite/samples/living_tv.jpg")), "image/jpeg");
        temporal.registerActivitiesImplementations(new LiteSegmentation(model, bucket, attempts));
        segmentation = temporal.newActivityStub(Segmentation.class);
    }

    @AfterEach
    void stop() {
        temporal.close();
        attempts.close();
    }

    @Test
    void writesMasksOfThePhotosSizeAndTheInstances() throws IOException {
        var task = Tasks.of("interior", 1600, 1200, Tasks.stuff("Wall"), Tasks.thing("Window"), Tasks.stuff("Grout"));

        var found = segmentation.segment(task);

        assertThat(found.model()).isEqualTo("lite/1.0.0");
        assertThat(found.masks()).extracting(MaskRef::concept).containsExactly("Wall", "Window", "Grout");
        assertThat(found.masks().getFirst().area()).isBetween(400_000L, 800_000L);
        assertThat(found.masks().getFirst().score()).isBetween(.5, 1.0);
        var wall = ImageIO.read(new ByteArrayInputStream(bucket.get("masks/u/j/3/Wall.png")));
        assertThat(List.of(wall.getWidth(), wall.getHeight())).containsExactly(1600, 1200);
        var instances = JsonMapper.shared().readTree(bucket.get("masks/u/j/3/instances.json"));
        assertThat(instances.get(0).get("concept").asString()).isEqualTo("Wall");
        assertThat(instances.get(0).get("box")).hasSize(4);
        assertThat(instances.get(0).get("rle").get("size").get(0).asInt()).isEqualTo(1200);
        assertThat(instances)
                .hasSize(found.masks().stream().mapToInt(MaskRef::instances).sum());
    }

    @Test
    void writesTheSameBytesAgain() {
        var task = Tasks.of("interior", 640, 480, Tasks.stuff("Wall"), Tasks.thing("Window"));
        segmentation.segment(task);
        byte[] wall = bucket.get("masks/u/j/3/Wall.png");
        byte[] instances = bucket.get("masks/u/j/3/instances.json");

        segmentation.segment(task);

        assertThat(bucket.get("masks/u/j/3/Wall.png")).isEqualTo(wall);
        assertThat(bucket.get("masks/u/j/3/instances.json")).isEqualTo(instances);
    }

    @Test
    void refusesUnknownConceptsForGoodAndNamesTheKnown() {
        var task = Tasks.of("interior", 640, 480, Tasks.stuff("Wall"), Tasks.thing("Unicorn"));

        assertThatThrownBy(() -> segmentation.segment(task))
                .isInstanceOf(ActivityFailure.class)
                .cause()
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getType()).isEqualTo("UNKNOWN_CONCEPT");
                    assertThat(failure.isNonRetryable()).isTrue();
                    assertThat(failure.getOriginalMessage()).contains("does not know Unicorn", "Wall, Floor, Ceiling");
                });
        assertThat(bucket.objects()).containsOnlyKeys(Tasks.VIEW);
    }

    @Test
    void refusesABrokenViewForGood() {
        bucket.put(Tasks.VIEW, new byte[] {1, 2, 3}, "image/jpeg");

        assertThatThrownBy(() -> segmentation.segment(Tasks.of("interior", 640, 480, Tasks.stuff("Wall"))))
                .cause()
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getType()).isEqualTo("SEGMENTATION_FAILED");
                    assertThat(failure.isNonRetryable()).isTrue();
                });
    }

    @Test
    void writesNothingAfterACancellation() {
        var beats = new AtomicInteger();
        temporal.setActivityHeartbeatListener(Pulse.class, _ -> {
            beats.incrementAndGet();
            temporal.requestCancelActivity();
        });
        bucket.beforeRead(() -> await().until(() -> beats.get() > 0));

        assertThatThrownBy(() -> segmentation.segment(Tasks.of("interior", 640, 480, Tasks.stuff("Wall"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(bucket.objects()).containsOnlyKeys(Tasks.VIEW);
    }
}
