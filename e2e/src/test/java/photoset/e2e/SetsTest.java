package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import photoset.cli.client.PhotosetClient;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Server;
import photoset.e2e.harness.Standalone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sets as a client gets them: over HTTP, from photos to zip. */
class SetsTest {
    private static final Duration SET_MAX = Duration.ofMinutes(4);

    private static Map<String, Object> sageFor(String template) {
        return Map.of(
                "concepts",
                Map.of("Wall", Map.of("action", "recolor", "value", "sage")),
                "protect",
                List.of(),
                "output_template",
                template);
    }

    private static JsonNode sets(Job job, int done) {
        return Awaitility.await("the sets of job " + job.calls().id())
                .atMost(SET_MAX)
                .pollInterval(Duration.ofMillis(250))
                .until(
                        () -> job.user().client().get(job.calls().path("/sets")).orRefuse(),
                        sets -> sets.size() == done && isDone(sets));
    }

    private static boolean isDone(JsonNode sets) {
        for (var set : sets) {
            assertThat(set.path("status").asString()).describedAs("%s", set).isNotEqualTo("failed");
            if (!set.path("status").asString().equals("done")) {
                return false;
            }
        }
        return true;
    }

    private static List<String> entries(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static byte[] downloaded(PhotosetClient client, JsonNode link) {
        return client.download(URI.create(link.asString()));
    }

    @Test
    void theSetOfAJobComesByItselfAndFurtherOnesWhenAskedFor() throws IOException {
        var server = Server.shared();
        var user = server.newProUser();
        var job = Job.executed(
                server, user, sageFor("before_after"), Photos.room("kitchen_white"), Photos.room("living_tv"));
        assertThat(job.end().path("status").asString()).isEqualTo("done");
        var first = sets(job, 1).path(0);
        assertThat(first.path("output_template").asString()).isEqualTo("before_after");
        var zip = downloaded(server.client(), first.path("zip_url"));
        assertThat(entries(zip))
                .containsExactly(
                        "README.txt",
                        "set.json",
                        "boards/01.jpg",
                        "boards/02.jpg",
                        "manifests/01-a.json",
                        "manifests/02-a.json");

        var wanted = Map.of("output_template", "disclosure", "title", "한강 Han River", "names", Map.of("0", "주방"));
        var id =
                user.client().post(job.calls().path("/sets"), wanted).orRefuse().path("set_id");
        assertThat(user.client()
                        .post(job.calls().path("/sets"), wanted)
                        .orRefuse()
                        .path("set_id"))
                .isEqualTo(id);
        var disclosure = sets(job, 2).path(1);
        assertThat(disclosure.path("set_id")).isEqualTo(id);
        var board = disclosure.path("files").path(0);
        var picture = ImageIO.read(new ByteArrayInputStream(downloaded(server.client(), board.path("url"))));
        assertThat(picture.getWidth()).isEqualTo(board.path("width").asInt());

        var input = JsonMapper.shared().readTree(job.stored("sets", id.asString() + ".input.json"));
        var link = URI.create(input.path("photos").path(0).path("link").asString());
        assertThat(link)
                .hasHost(server.address().getHost())
                .hasPort(server.address().getPort());
        try (var events = user.client().events(job.calls().path("/events"), Optional.empty())) {
            assertThat(events.filter(line -> line.replace(" ", "").equals("event:set"))
                            .count())
                    .isGreaterThanOrEqualTo(6);
        }

        user.client().delete(job.calls().path("")).orRefuse();
        assertThat(user.client().get(job.calls().path("/sets")).orRefuse()).isEmpty();
        var refused = user.client().post(job.calls().path("/sets"), wanted);
        assertThat(refused.status()).isEqualTo(409);
    }

    @Test
    void aSetOutlivesTheProcessThatComposesIt() throws IOException {
        try (var server = Standalone.start(Map.of("PHOTOSET_SEGMENTER", "stub"))) {
            assumeTrue(server.isDurable(), "needs the Temporal command line: the Java test server forgets its sets");
            var user = server.newProUser();
            var rooms = Stream.generate(() -> Photos.room("kitchen_corner"))
                    .limit(12)
                    .toArray(byte[][]::new);
            var job = Job.executed(server, user, sageFor("client_card"), rooms);
            job.end();
            Awaitility.await("the set in the middle")
                    .atMost(SET_MAX)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> user.client()
                                    .get(job.calls().path("/sets"))
                                    .orRefuse()
                                    .path(0)
                                    .path("progress")
                                    .asInt()
                            > 0);
            server.killAndStartAgain();
            var set = sets(job, 1).path(0);
            assertThat(set.path("progress").asInt()).isEqualTo(100);
            assertThat(entries(downloaded(server.client(), set.path("zip_url"))))
                    .hasSize(3 + 12 + 12)
                    .doesNotHaveDuplicates();
        }
    }
}
