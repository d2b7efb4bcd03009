package photoset.gpu.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.testing.TestActivityEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import photoset.activities.Attempts;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.Segmentation;
import photoset.workflows.segmentation.SegmentationTask;
import tools.jackson.databind.json.JsonMapper;

class StubSegmentationTest {
    private final MemoryBucket bucket = new MemoryBucket();
    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
    private final Attempts attempts = new Attempts(Duration.ofMinutes(1), Tasks.SURROUNDINGS);
    private final Segmentation stub = temporal.newActivityStub(Segmentation.class);

    @BeforeEach
    void register() {
        temporal.registerActivitiesImplementations(new StubSegmentation(bucket, attempts));
    }

    @AfterEach
    void close() {
        temporal.close();
        attempts.close();
    }

    @Test
    void findsTheMiddleOfEveryPhotoAndSaysThatItIsAStub() throws IOException {
        var found = stub.segment(Tasks.of("interior", 80, 40, Tasks.stuff("Wall")));

        assertThat(found.model()).isEqualTo("stub/1");
        assertThat(found.masks()).containsExactly(new MaskRef("Wall", "masks/u/j/3/Wall.png", 40 * 20, 1, 1));
        var mask = ImageIO.read(new ByteArrayInputStream(bucket.get("masks/u/j/3/Wall.png")));
        assertThat(mask.getWidth()).isEqualTo(80);
        assertThat(mask.getRaster().getSample(40, 20, 0)).isEqualTo(255);
        assertThat(mask.getRaster().getSample(19, 20, 0)).isZero();
        assertThat(new String(bucket.get("masks/u/j/3/instances.json"), StandardCharsets.UTF_8))
                .contains(
                        "\"concept\":\"Wall\"", "\"instance_id\":\"Wall-1\"", "\"box\":[20,10,40,20]", "\"area\":800");
    }

    @Test
    void leavesWhatIsProtectedEmpty() {
        var task = Tasks.of("interior", 80, 40, Tasks.stuff("Wall"), Tasks.stuff("Grout"));

        var found = stub.segment(new SegmentationTask(
                task.user(),
                task.job(),
                task.preset(),
                task.photo(),
                task.concepts(),
                List.of("Grout"),
                List.of(),
                false));

        assertThat(found.masks()).extracting(MaskRef::area).containsExactly(800L, 0L);
        assertThat(bucket.objects()).containsKey("masks/u/j/3/Grout.png");
    }

    @Test
    void forAReviewThereAreLabelMapsAndWhatWasFoundBeforeStays() throws IOException {
        stub.segment(Tasks.review(Tasks.of("interior", 80, 40, Tasks.stuff("Wall"), Tasks.thing("Door"))));
        stub.segment(Tasks.review(Tasks.of("interior", 80, 40, Tasks.thing("Door"), Tasks.thing("Window"))));

        assertThat(JsonMapper.shared().readTree(bucket.get("masks/u/j/3/instances.json")))
                .extracting(one -> one.get("concept").asString())
                .containsExactly("Wall", "Door", "Window");
        var labels = ImageIO.read(new ByteArrayInputStream(bucket.get("masks/u/j/3/Window.labels.png")));
        assertThat(labels.getColorModel().getPixelSize()).isEqualTo(16);
        assertThat(labels.getRaster().getSample(40, 20, 0)).isEqualTo(1);
        assertThat(labels.getRaster().getSample(2, 20, 0)).isZero();
    }

    @Test
    void drawsASizeOnce() {
        stub.segment(Tasks.of("interior", 80, 40, Tasks.stuff("Wall"), Tasks.stuff("Floor")));

        assertThat(bucket.get("masks/u/j/3/Floor.png")).isSameAs(bucket.get("masks/u/j/3/Wall.png"));
    }
}
