package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Standalone;
import photoset.e2e.harness.User;
import tools.jackson.databind.json.JsonMapper;

/** SAM 3 with words of the user's own, chosen by settings only; the model is a small random one, which finds nonsense. */
class Sam3Test {
    private static final Path MODEL = Path.of("..", "activities-gpu", "src", "test", "resources", "sam3", "tiny")
            .toAbsolutePath();

    private static final Map<String, String> SETTINGS = Map.of(
            "PHOTOSET_SEGMENTER", "sam3",
            "PHOTOSET_GPU_MODELDIR", MODEL.toString(),
            "PHOTOSET_SAM3_SCORE", "0.1",
            "PHOTOSET_PRESETS_OPENVOCABULARY", "true");

    @Test
    void anotherColourOfWordsOfOnesOwnAsksTheModelNothing() throws IOException {
        try (var server = Standalone.start(SETTINGS)) {
            var user = server.newProUser();
            var photo = Photos.room("living_tv");
            var first = delivered(server, user, photo, "#1f3a5f");
            var answers = answers(server);

            var second = delivered(server, user, photo, "#9caf88");

            assertThat(answers).hasSize(1);
            assertThat(answers(server)).isEqualTo(answers);
            assertThat(second.stored("masks", "0/Herringbone_Floor.png"))
                    .isEqualTo(first.stored("masks", "0/Herringbone_Floor.png"));
            assertThat(second.stored("outputs", "a/0.png")).isNotEqualTo(first.stored("outputs", "a/0.png"));
            assertThat(user.held()).isZero();
        }
    }

    private static Job delivered(Standalone server, User user, byte[] photo, String colour) {
        var rule = Map.of(
                "concepts",
                Map.of("Herringbone_Floor", Map.of("action", "recolor", "value", colour)),
                "protect",
                List.of());
        var job = Job.executed(server, user, rule, photo);
        assertThat(job.end().path("status").asString()).isEqualTo("done");
        assertThat(JsonMapper.shared()
                        .readTree(job.stored("manifests", "a/0.json"))
                        .path("segmenter")
                        .asString())
                .isEqualTo("sam3/random-tiny-1");
        return job;
    }

    /** What is kept of the model's answers, and since when. */
    private static Map<Path, FileTime> answers(Standalone server) throws IOException {
        var answers = new TreeMap<Path, FileTime>();
        try (var files = Files.walk(server.bucket().resolve("segments"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                answers.put(file, Files.getLastModifiedTime(file));
            }
        }
        return answers;
    }
}
