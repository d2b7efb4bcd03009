package photoset.cpu.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.testing.TestActivityEnvironment;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.activities.Attempts;
import photoset.activities.Surroundings;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.imaging.regions.Rle;
import photoset.objects.ObjectStore;
import photoset.objects.S3Server;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.segmentation.AlbumInstance;
import photoset.workflows.segmentation.InstanceMatching;
import photoset.workflows.segmentation.MatchTask;
import tools.jackson.databind.json.JsonMapper;

class AlbumInstancesTest {
    private static final ObjectKeys KEYS = new ObjectKeys(new UserId("u"), new JobId("j"));

    private static final ImageCodec CODEC = ImageCodecs.find(null);
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;

    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
    private final Attempts attempts = new Attempts(Duration.ofMinutes(1), new Surroundings(Map.of()));
    private S3Server server;
    private ObjectStore store;
    private InstanceMatching matching;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = S3Server.in(folder);
        store = server.store();
        temporal.registerActivitiesImplementations(new AlbumInstances(store, CODEC, attempts));
        matching = temporal.newActivityStub(InstanceMatching.class);
    }

    @AfterEach
    void stop() {
        attempts.close();
        temporal.close();
        server.close();
    }

    @Test
    void aSurfaceIsOneOverTheAlbumAndEveryThingHasAnIdOfItsOwn() {
        put(
                0,
                "[{\"concept\": \"Wall\", \"score\": 0.9, \"box\": [1, 2, 3, 4], \"area\": 12}, "
                        + "{\"concept\": \"Window\", \"score\": 0.8, \"area\": 9}, "
                        + "{\"concept\": \"Window\", \"score\": 0.7, \"area\": 4}]");
        put(
                2,
                "[{\"concept\": \"Window\", \"score\": 0.8, \"area\": 9}, "
                        + "{\"concept\": \"Wall\", \"score\": 0.9, \"area\": 12}]");
        put(Map.of(), 0, 2);
        matching.match(new MatchTask(KEYS.user(), KEYS.job(), List.of(0, 1, 2), List.of("Wall")));

        assertThat(album())
                .extracting(one -> one.idx() + " " + one.instanceId() + " " + one.label())
                .containsExactly("0 Wall-1 1", "0 Window-1 1", "0 Window-2 2", "2 Wall-1 1", "2 Window-3 1");
        assertThat(album().getFirst().box().w()).isEqualTo(3);
    }

    @Test
    void aThingHasOneIdInEveryPhotoWhereItIsSeen() {
        // Three pictures on a wall, seen from two places.
        put(new TreeMap<>(Map.of(60, RED, 200, BLUE, 340, GREEN)), 0);
        put(new TreeMap<>(Map.of(40, RED, 180, BLUE, 320, GREEN)), 1);
        matching.match(new MatchTask(KEYS.user(), KEYS.job(), List.of(0, 1), List.of()));

        assertThat(album())
                .extracting(one -> one.idx() + " " + one.label() + " " + one.instanceId())
                .containsExactly(
                        "0 1 Picture-1",
                        "0 2 Picture-2",
                        "0 3 Picture-3",
                        "1 1 Picture-1",
                        "1 2 Picture-2",
                        "1 3 Picture-3");
    }

    private static final int RED = 0xb03020;
    private static final int BLUE = 0x2040a0;
    private static final int GREEN = 0x208040;

    /** Pictures of these colors from these columns on, 70 pixels wide, in each of the photos. */
    private void put(Map<Integer, Integer> colors, int... photos) {
        var view = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = view.createGraphics();
        canvas.setColor(new Color(0xd8d2c8));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        List<Map<String, Object>> found = new ArrayList<>();
        colors.forEach((left, color) -> {
            canvas.setColor(new Color(color));
            canvas.fillRect(left, 100, 70, 100);
            found.add(Map.of(
                    "concept",
                    "Picture",
                    "score",
                    .9,
                    "area",
                    7000,
                    "box",
                    List.of(left, 100, 70, 100),
                    "rle",
                    rle(left)));
        });
        canvas.dispose();
        for (int idx : photos) {
            store.put(KEYS.view(idx), jpeg(view), "image/jpeg");
            if (!found.isEmpty()) {
                put(idx, JsonMapper.shared().writeValueAsString(found));
            }
        }
    }

    private static Rle rle(int left) {
        int[] starts =
                IntStream.range(0, 70).map(x -> (left + x) * HEIGHT + 100).toArray();
        int[] ends = IntStream.of(starts).map(start -> start + 100).toArray();
        return Rle.of(HEIGHT, WIDTH, starts, ends);
    }

    private static byte[] jpeg(BufferedImage view) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(view, "jpeg", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private void put(int idx, String json) {
        store.put(KEYS.instances(idx), json.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private List<AlbumInstance> album() {
        return List.of(JsonMapper.shared()
                .readValue(store.get(KEYS.albumInstances(), S3Server.ANY_LENGTH), AlbumInstance[].class));
    }
}
