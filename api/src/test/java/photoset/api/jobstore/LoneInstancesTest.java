package photoset.api.jobstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.workflows.segmentation.AlbumInstance;
import tools.jackson.databind.json.JsonMapper;

class LoneInstancesTest {
    private static final byte[] FILE = """
            [{"concept": "Window", "id": "w", "score": 0.9, "box": [300, 10, 20, 40], "area": 700, "rle": {"size": [1, 1]}},
             {"concept": "Wall", "score": 0.8, "box": [50, 0, 900, 500], "area": 9000},
             {"concept": "Window", "score": 0.7, "area": 5},
             {"concept": "Window", "score": 0.6, "box": [100, 10, 20, 40], "area": 600},
             {"concept": "Wall", "score": 0.5, "box": [0, 0, 10, 10], "area": 90},
             {"concept": "Lamp", "score": 0.4, "box": [700, 0, 10, 10], "area": 80}]
            """.getBytes(UTF_8);

    private static List<AlbumInstance> listed() {
        var file = JsonMapper.shared().readValue(FILE, LoneInstances.Found[].class);
        return LoneInstances.of(3, file, List.of("Wall"));
    }

    private static String id(String concept, int label) {
        return listed().stream()
                .filter(one -> one.concept().equals(concept) && one.label() == label)
                .findFirst()
                .orElseThrow()
                .instanceId();
    }

    @Test
    void numbersThingsFromLeftToRightAndThoseOfNoPlaceLast() {
        assertThat(id("Window", 3)).isEqualTo("Window-1");
        assertThat(id("Window", 1)).isEqualTo("Window-2");
        assertThat(id("Window", 2)).isEqualTo("Window-3");
        assertThat(id("Lamp", 1)).isEqualTo("Lamp-1");
    }

    @Test
    void aSurfaceIsOneInstance() {
        assertThat(id("Wall", 1)).isEqualTo("Wall-1");
        assertThat(id("Wall", 2)).isEqualTo("Wall-1");
    }

    @Test
    void keepsWhatTheFileSays() {
        assertThat(listed()).hasSize(6).allMatch(one -> one.idx() == 3);
        assertThat(listed())
                .filteredOn(one -> one.concept().equals("Lamp"))
                .singleElement()
                .satisfies(lamp -> {
                    assertThat(lamp.score()).isEqualTo(.4);
                    assertThat(lamp.box().x()).isEqualTo(700);
                    assertThat(lamp.area()).isEqualTo(80);
                });
    }
}
