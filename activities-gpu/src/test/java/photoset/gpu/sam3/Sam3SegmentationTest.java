package photoset.gpu.sam3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import photoset.activities.Attempts;
import photoset.activities.Surroundings;
import photoset.gpu.sam3.engine.Detection;
import photoset.gpu.sam3.engine.Prompt;
import photoset.gpu.segmentation.MemoryBucket;
import photoset.gpu.segmentation.Tasks;
import photoset.gpu.torch.DeviceExecutor;
import photoset.gpu.torch.DeviceFull;
import photoset.gpu.torch.DeviceLost;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.Exemplar;
import photoset.workflows.segmentation.InstanceBox;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.Segmentation;
import photoset.workflows.segmentation.SegmenterDescription;
import tools.jackson.databind.json.JsonMapper;

class Sam3SegmentationTest {
    private static final Sam3Settings CACHING = new Sam3Settings(.5f, true);
    private static final Concept WALL = Tasks.stuff("Wall");
    private static final Concept DOOR = Tasks.thing("Door");

    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
    private final MemoryBucket bucket = new MemoryBucket();
    private final Attempts attempts = new Attempts(
            Duration.ofMinutes(1),
            new Surroundings(Map.of(DeviceLost.class, "The device", DeviceFull.class, "The memory")));
    private final FakeEngine engine = new FakeEngine();
    private final Sam3Model model = Fakes.model(engine, new DeviceExecutor("fake", Duration.ofMinutes(1)));

    @BeforeEach
    void start() throws IOException {
        var view = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR), "jpg", view);
        bucket.put(Tasks.VIEW, view.toByteArray(), "image/jpeg");
    }

    @AfterEach
    void stop() {
        temporal.close();
        attempts.close();
        model.close();
    }

    private Segmentation segmentation(Sam3Settings settings) {
        temporal.registerActivitiesImplementations(new Sam3Segmentation(model, settings, bucket, attempts));
        return temporal.newActivityStub(Segmentation.class);
    }

    @Test
    void writesMasksOfThePhotosSizeAndTheInstances() throws IOException {
        var found = segmentation(CACHING).segment(Tasks.of("interior", 320, 240, WALL, DOOR));

        assertThat(found.model()).isEqualTo("sam3/fake");
        assertThat(found.masks()).extracting(MaskRef::concept).containsExactly("Wall", "Door");
        assertThat(found.masks()).extracting(MaskRef::area).allMatch(area -> area > 18_900 && area <= 19_200);
        var door = ImageIO.read(new ByteArrayInputStream(bucket.get("masks/u/j/3/Door.png")));
        assertThat(List.of(door.getWidth(), door.getHeight())).containsExactly(320, 240);
        var instances = JsonMapper.shared().readTree(bucket.get("masks/u/j/3/instances.json"));
        assertThat(instances.get(1).get("instance_id").asString()).isEqualTo("Door-1");
    }

    @Test
    void anotherRuleOnTheSamePhotoCostsNoCallOfTheModel() {
        var segmentation = segmentation(CACHING);
        segmentation.segment(Tasks.of("interior", 320, 240, WALL, DOOR));
        byte[] wall = bucket.get("masks/u/j/3/Wall.png");
        engine.calls.clear();

        segmentation.segment(Tasks.of("interior", 320, 240, WALL, DOOR));

        assertThat(engine.calls).isEmpty();
        assertThat(bucket.get("masks/u/j/3/Wall.png")).isEqualTo(wall);
    }

    @Test
    void aNewConceptIsAllThatIsAskedFor() {
        var segmentation = segmentation(CACHING);
        segmentation.segment(Tasks.of("interior", 320, 240, WALL));
        engine.calls.clear();

        segmentation.segment(Tasks.of("interior", 320, 240, WALL, DOOR));

        assertThat(engine.calls).containsExactly("read 1", "encode 64", "find 1");
    }

    @Test
    void whatAUserShowsReachesTheModelAndIsKeptByItself() {
        var segmentation = segmentation(CACHING);
        var plain = Tasks.of("interior", 320, 240, WALL, DOOR);
        segmentation.segment(plain);
        engine.calls.clear();
        var shown = Tasks.showing(
                plain,
                new Exemplar("Door", 3, new InstanceBox(32, 24, 160, 120), true),
                new Exemplar("Door", 3, new InstanceBox(288, 216, 64, 48), false),
                new Exemplar("Door", 3, new InstanceBox(400, 0, 10, 10), false));

        segmentation.segment(shown);

        assertThat(engine.calls).containsExactly("encode 64", "find 1 like examples");
        assertThat(engine.shown)
                .containsExactly(List.of(
                        new Prompt.Exemplar(.1, .1, .5, .5, true),
                        new Prompt.Exemplar(.9, .9, (320 - 288) / 320., (240 - 216) / 240., false)));
        engine.calls.clear();
        segmentation.segment(shown);
        segmentation.segment(plain);
        assertThat(engine.calls).isEmpty();
    }

    @Test
    void takesExamples() {
        assertThat(Sam3Segmentation.describe(model)).isEqualTo(new SegmenterDescription("sam3/fake", null, true));
    }

    @Test
    void aDamagedAnswerIsAskedForAnew() {
        var segmentation = segmentation(CACHING);
        segmentation.segment(Tasks.of("interior", 320, 240, WALL));
        var key = bucket.objects().keySet().stream()
                .filter(name -> name.startsWith("segments/sam3/fake/00/"))
                .findFirst()
                .orElseThrow();
        byte[] answer = bucket.get(key);
        bucket.put(key, new byte[] {1, 2}, "application/octet-stream");
        engine.calls.clear();

        segmentation.segment(Tasks.of("interior", 320, 240, WALL));

        assertThat(engine.calls).containsExactly("encode 64", "find 1");
        assertThat(bucket.get(key)).isEqualTo(answer);
    }

    @Test
    void keepsWhatAnyThresholdMayAskForAndNoMore() throws IOException {
        segmentation(new Sam3Settings(.95f, true)).segment(Tasks.of("interior", 320, 240, WALL));

        var key = bucket.objects().keySet().stream()
                .filter(name -> name.startsWith("segments/"))
                .findFirst()
                .orElseThrow();
        assertThat(PredictionFile.read(bucket.get(key)).candidates())
                .extracting(Detection::score)
                .containsExactly(.9f);
    }

    @Test
    void withoutACacheNothingIsKept() {
        var segmentation = segmentation(new Sam3Settings(.5f, false));
        segmentation.segment(Tasks.of("interior", 320, 240, WALL));
        segmentation.segment(Tasks.of("interior", 320, 240, WALL));

        assertThat(engine.calls.stream().filter("find 1"::equals)).hasSize(2);
        assertThat(bucket.objects().keySet()).noneMatch(key -> key.startsWith("segments/"));
    }

    @Test
    void aThresholdAboveEveryScoreFindsNothing() {
        var found = segmentation(new Sam3Settings(.95f, true)).segment(Tasks.of("interior", 320, 240, WALL));

        assertThat(found.masks()).extracting(MaskRef::area).containsExactly(0L);
    }

    @Test
    void aLostDeviceFailsTheAttemptAndNotThePhoto() {
        engine.promptsMax = 0;
        engine.failure = "CUDA error: device-side assert triggered";
        fails(segmentation(CACHING), "The device");
    }

    @Test
    void aFullDeviceFailsTheAttemptAndNotThePhoto() {
        engine.promptsMax = 0;
        fails(segmentation(CACHING), "The memory");
    }

    private static void fails(Segmentation segmentation, String what) {
        assertThatThrownBy(() -> segmentation.segment(Tasks.of("interior", 320, 240, WALL)))
                .cause()
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getType()).isEqualTo("SERVICE_UNAVAILABLE");
                    assertThat(failure.getOriginalMessage()).startsWith(what);
                    assertThat(failure.isNonRetryable()).isFalse();
                });
    }
}
