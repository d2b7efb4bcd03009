package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import photoset.cli.client.AlbumJob;
import photoset.cli.client.ApiResponse;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Server;
import tools.jackson.databind.JsonNode;

/** A job is quoted, fails in a photo, is retried, and its photos begin another job: nothing is looked for twice. */
class RetryAndCopyTest {
    private static final Duration FOUND_MAX = Duration.ofMinutes(2);
    private static final Map<String, ?> WALLS = Map.of("concepts", List.of("Wall"));

    private final Server server = Server.shared();

    @Test
    void whatWasFoundIsUsedByTheRetryAndByTheCopy() throws IOException {
        var user = server.newUser();
        var album = Map.of("preset", "interior", "item_count", 2);
        assertThat(quote(user.client().post("/jobs?dry_run=true", album))).isEqualTo("2 photos, 1 each, 2 credits");
        assertThat(user.client().get("/jobs").orRefuse()).isEmpty();
        assertThat(user.held()).isZero();

        var job = Job.confirmed(server, user, Photos.room("kitchen_white"), Photos.room("living_tv"));
        assertThat(quote(post(job, "/segment?dry_run=true", WALLS))).isEqualTo("2 photos, 0 each, 0 credits");
        assertThat(job.calls().state().has("segmentation")).isFalse();
        post(job, "/segment", WALLS).orRefuse();
        Awaitility.await("what is found")
                .atMost(FOUND_MAX)
                .until(() -> segmentation(job, "status").equals("done"));
        rename(job, "Wall-1", "the long wall");

        assertThat(quote(post(job, "/execute?dry_run=true", Job.SAGE_WALLS))).isEqualTo("2 photos, 1 each, 2 credits");
        assertThat(job.calls().state().path("status").asString()).isEqualTo("uploaded");
        assertThat(user.held()).isEqualTo(2);

        retried(job);
        var refused = post(job, "/retry", Map.of());
        assertThat(refused.status() + " " + refused.code()).isEqualTo("409 INVALID_TRANSITION");
        assertThat(user.credits()).isEqualTo(8);

        copied(job);
        assertThat(user.credits()).isEqualTo(6);
        assertThat(user.held()).isZero();
    }

    /** The photo is away while it would be painted, and back when it is retried. */
    private static void retried(Job job) throws IOException {
        var masks = masks(job);
        var photo = folder(job, "inputs").resolve("1.jpg");
        var away = photo.resolveSibling("away");
        Files.move(photo, away);
        job.calls().execute(Job.SAGE_WALLS).orRefuse();
        var half = job.end();
        assertThat(half.path("status").asString()).describedAs("%s", half).isEqualTo("done");
        assertThat(Job.item(half, 1).at("/error/code").asString()).isEqualTo("RENDERING_FAILED");
        assertThat(job.user().credits()).isEqualTo(9);
        assertThat(job.user().held()).isZero();
        post(job, "/sets", Map.of("output_template", "before_after")).orRefuse();
        assertThat(isSetOutdated(job)).isFalse();
        var delivered = Files.getLastModifiedTime(folder(job, "outputs").resolve("a/0.png"));

        Files.move(away, photo);
        assertThat(post(job, "/retry", Map.of()).status()).isEqualTo(202);
        var whole = Awaitility.await("the retry")
                .atMost(FOUND_MAX)
                .until(
                        job.calls()::state,
                        state -> AlbumJob.isFinal(state)
                                && state.path("done_items").asInt() == 2);
        assertThat(whole.path("retries").asInt()).isEqualTo(1);
        assertThat(whole.at("/credits/captured").asInt()).isEqualTo(2);
        assertThat(whole.path("download_urls")).hasSize(2);
        assertThat(Files.getLastModifiedTime(folder(job, "outputs").resolve("a/0.png")))
                .isEqualTo(delivered);
        assertThat(masks(job)).isEqualTo(masks);
        assertThat(isSetOutdated(job)).isTrue();
    }

    private static boolean isSetOutdated(Job job) {
        return job.user()
                .client()
                .get(job.calls().path("/sets"))
                .orRefuse()
                .at("/0/outdated")
                .booleanValue();
    }

    private static void copied(Job source) {
        var user = source.user();
        var wanted =
                Map.of("preset", "interior", "source_job_id", source.calls().id());
        var copy = new Job(
                source.server(), user, AlbumJob.of(user.client(), user.client().post("/jobs", wanted)));
        copy.calls().confirm().orRefuse();
        assertThat(segmentation(copy, "status")).isEqualTo("done");
        assertThat(instances(copy))
                .isEqualTo(instances(source))
                .isNotEmpty()
                .allSatisfy(instance -> assertThat(instance).endsWith("Wall-1 the long wall"));

        var masks = masks(copy);
        copy.calls().execute(Job.SAGE_WALLS).orRefuse();
        var end = copy.end();
        assertThat(end.path("done_items").asInt()).describedAs("%s", end).isEqualTo(2);
        assertThat(segmentation(copy, "runs")).isEqualTo("0");
        assertThat(masks(copy)).isEqualTo(masks).isNotEmpty();
        assertThat(copy.result(end, 1)).isEqualTo(source.result(source.calls().state(), 1));
    }

    private static ApiResponse post(Job job, String call, Map<String, ?> body) {
        return job.user().client().post(job.calls().path(call), body);
    }

    private static void rename(Job job, String instance, String name) {
        var path = job.calls().path("/instances/" + instance);
        job.user().client().call("PATCH", path, "{\"name\": \"" + name + "\"}").orRefuse();
    }

    private static String quote(ApiResponse dry) {
        assertThat(dry.status()).describedAs("%s", dry.body()).isEqualTo(200);
        var quote = dry.orRefuse().path("quote");
        return "%d photos, %d each, %d credits"
                .formatted(
                        quote.path("items").asInt(),
                        quote.path("variants").asInt(),
                        quote.path("credits").asInt());
    }

    private static String segmentation(Job job, String field) {
        return job.calls().state().path("segmentation").path(field).asString("");
    }

    private static List<String> instances(Job job) {
        return job.user()
                .client()
                .get(job.calls().path("/instances"))
                .orRefuse()
                .valueStream()
                .map(RetryAndCopyTest::words)
                .toList();
    }

    private static String words(JsonNode instance) {
        return "%s %s %s %s"
                .formatted(
                        instance.path("idx"),
                        instance.path("box"),
                        instance.path("instance_id").asString(),
                        instance.path("name").asString());
    }

    private static Path folder(Job job, String area) {
        return job.server()
                .bucket()
                .resolve(area)
                .resolve(job.user().id())
                .resolve(job.calls().id());
    }

    /** When each was written: whoever looks at a photo again writes its masks anew. */
    private static Map<String, FileTime> masks(Job job) {
        var folder = folder(job, "masks");
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> folder.relativize(file).toString(), RetryAndCopyTest::written));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
