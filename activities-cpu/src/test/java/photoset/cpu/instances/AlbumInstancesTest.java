package photoset.cpu.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.testing.TestActivityEnvironment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.activities.Attempts;
import photoset.activities.Surroundings;
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

    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
    private final Attempts attempts = new Attempts(Duration.ofMinutes(1), new Surroundings(Map.of()));
    private S3Server server;
    private ObjectStore store;
    private InstanceMatching matching;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = S3Server.in(folder);
        store = server.store();
        temporal.registerActivitiesImplementations(new AlbumInstances(store, attempts));
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
        matching.match(new MatchTask(KEYS.user(), KEYS.job(), List.of(0, 1, 2), List.of("Wall")));

        assertThat(album())
                .extracting(one -> one.idx() + " " + one.instanceId() + " " + one.label())
                .containsExactly("0 Wall-1 1", "0 Window-1 1", "0 Window-2 2", "2 Wall-1 1", "2 Window-3 1");
        assertThat(album().getFirst().box().w()).isEqualTo(3);
    }

    private void put(int idx, String json) {
        store.put(KEYS.instances(idx), json.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private List<AlbumInstance> album() {
        return List.of(JsonMapper.shared()
                .readValue(store.get(KEYS.albumInstances(), S3Server.ANY_LENGTH), AlbumInstance[].class));
    }
}
