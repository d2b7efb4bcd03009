package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Standalone;
import photoset.e2e.provider.Fault;
import photoset.e2e.provider.ProviderSimulator;
import photoset.e2e.provider.ProviderSimulator.Answer;
import photoset.standalone.embedded.Ports;
import tools.jackson.databind.json.JsonMapper;

/** An album that an external GPU provider segments, chosen by settings only; nothing the provider does wrong costs twice. */
class RemoteProviderTest {
    private static final Map<String, Object> RULE = Map.of(
            "concepts", Map.of("Wall", Map.of("action", "recolor", "value", "sage")), "protect", List.of("Window"));

    /** A photo for each fault. */
    private static final List<Fault> ALBUM = List.of(Fault.values());

    /** All but the slow one, the failed one and the one without masks. */
    private static final int DELIVERED_FIRST = 5;

    private static Map<String, String> settings(ProviderSimulator provider, int port) {
        return Map.of(
                "PHOTOSET_SEGMENTER", "remote",
                "PHOTOSET_REMOTE_ENDPOINT", provider.address().toString(),
                "PHOTOSET_REMOTE_BEARER", ProviderSimulator.TOKEN,
                "PHOTOSET_REMOTE_CALLBACKURL", "http://127.0.0.1:" + port,
                "PHOTOSET_REMOTE_POLLEVERY", "1s",
                "PHOTOSET_REMOTE_REPEATAFTER", "6s",
                "PHOTOSET_REMOTE_PROVIDER", "simulator",
                "PHOTOSET_CALLBACK_PROVIDER", "simulator");
    }

    @Test
    void deliversWhatTheProviderFindsHoweverItReports() throws Exception {
        int port = Ports.anyFree();
        try (var provider = ProviderSimulator.started(ALBUM);
                var server = Standalone.startAt(port, settings(provider, port))) {
            provider.knows(server.secret("callback"));
            var user = server.newProUser();
            long before = user.credits();
            var photos = Stream.generate(Photos::plain).limit(ALBUM.size()).toArray(byte[][]::new);
            var job = Job.executed(server, user, RULE, photos);
            Awaitility.await("all but the slow photo")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> job.calls().state().path("done_items").asInt() == DELIVERED_FIRST);
            provider.release();
            var end = job.end();

            assertThat(provider.troubles()).isEmpty();
            assertThat(end.path("status").asString()).isEqualTo("done");
            assertThat(end.path("done_items").asInt()).isEqualTo(DELIVERED_FIRST + 1);
            assertThat(end.path("failed_items").asInt()).isEqualTo(2);
            assertThat(end.path("download_urls")).hasSize(DELIVERED_FIRST + 1);
            assertThat(Job.item(end, idx(Fault.FAILS)).path("error").toString())
                    .contains("SEGMENTATION_FAILED", "does not fit into the provider's memory");
            assertThat(Job.item(end, idx(Fault.NO_MASKS)).path("error").toString())
                    .contains("SEGMENTATION_FAILED", "The mask of Wall is missing.");
            assertThat(model(server, job, Fault.NONE)).isEqualTo("remote/simulator");
            assertThat(model(server, job, Fault.CALLBACK_LOST)).isEqualTo("remote/simulator");

            assertThat(statuses(provider, Fault.CALLBACK_TWICE)).containsExactly(200, 200);
            assertThat(provider.answers(idx(Fault.CALLBACK_TWICE)).getLast().body())
                    .contains("\"duplicate\":true");
            assertThat(statuses(provider, Fault.FORGED_FIRST)).containsExactly(403, 403, 400, 409, 200);
            assertThat(provider.orders(idx(Fault.NONE))).isEqualTo(1);
            assertThat(provider.orders(idx(Fault.CRASH_AFTER_ACCEPT))).isGreaterThan(1);
            assertThat(provider.different()).isEqualTo(photos.length);

            provider.report(idx(Fault.CALLBACK_LOST));
            assertThat(statuses(provider, Fault.CALLBACK_LOST)).containsExactly(409);
            assertThat(job.calls().state().path("done_items").asInt()).isEqualTo(DELIVERED_FIRST + 1);
            assertThat(user.credits()).isEqualTo(before - DELIVERED_FIRST - 1);
            assertThat(user.held()).isZero();

            assertThatNothingIsTold(server, job);
        }
    }

    private static String model(Standalone server, Job job, Fault fault) throws IOException {
        var file = server.bucket()
                .resolve("manifests/%s/%s/a/%d.json"
                        .formatted(job.user().id(), job.calls().id(), idx(fault)));
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(file))
                .path("segmenter")
                .asString();
    }

    private static int idx(Fault fault) {
        return ALBUM.indexOf(fault);
    }

    private static List<Integer> statuses(ProviderSimulator provider, Fault fault) {
        return provider.answers(idx(fault)).stream().map(Answer::status).toList();
    }

    /** Logs of all processes, and Temporal's database, which holds the histories as they were sent. */
    private static void assertThatNothingIsTold(Standalone server, Job job) throws IOException {
        int told = 0;
        for (Path file : records(server)) {
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            told += text.contains(job.calls().id()) ? 1 : 0;
            assertThat(text.contains("X-Amz-Signature"))
                    .as("a link in %s", file)
                    .isFalse();
            assertThat(text.contains(ProviderSimulator.TOKEN))
                    .as("the provider's token in %s", file)
                    .isFalse();
            assertThat(text.contains(server.secret("callback")))
                    .as("the callback secret in %s", file)
                    .isFalse();
        }
        assertThat(told).as("files that speak of the job at all").isPositive();
    }

    private static List<Path> records(Standalone server) throws IOException {
        try (var files = Files.walk(server.data())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        var name = file.getFileName().toString();
                        return name.endsWith(".out") || name.endsWith(".log") || name.startsWith("temporal.db");
                    })
                    .toList();
        }
    }
}
