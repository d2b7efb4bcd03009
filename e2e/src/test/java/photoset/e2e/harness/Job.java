package photoset.e2e.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import photoset.cli.client.AlbumJob;
import photoset.cpu.painting.AreaRuns;
import photoset.imaging.png.GreyPng;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A job of a user, driven to where a test wants it. */
public record Job(Server server, User user, AlbumJob calls) {
    /** Walls in sage green; the colour is that of the catalogue's material {@code sage}. */
    public static final Map<String, Object> SAGE_WALLS =
            Map.of("concepts", Map.of("Wall", Map.of("action", "recolor", "value", "sage")), "protect", List.of());

    private static final Duration END_MAX = Duration.ofMinutes(4);

    /** Created and uploaded, not confirmed. */
    public static Job uploaded(Server server, User user, byte[]... photos) {
        var job = new Job(server, user, AlbumJob.create(user.client(), "interior", photos.length));
        job.calls.uploadAll(List.of(photos));
        return job;
    }

    /** Created, uploaded and confirmed. */
    public static Job confirmed(Server server, User user, byte[]... photos) {
        var job = uploaded(server, user, photos);
        job.calls.confirm().orRefuse();
        return job;
    }

    /** Everything up to the start of the work. */
    public static Job executed(Server server, User user, Map<String, ?> rule, byte[]... photos) {
        var job = confirmed(server, user, photos);
        job.calls.execute(rule).orRefuse();
        return job;
    }

    /** Waits for a final state. */
    public JsonNode end() {
        return Awaitility.await("the end of job " + calls.id())
                .atMost(END_MAX)
                .pollInterval(Duration.ofMillis(250))
                .until(calls::state, AlbumJob::isFinal);
    }

    /** The delivered picture of photo {@code idx} of a job with one rule. */
    public byte[] result(JsonNode end, int idx) {
        return result(end, idx, "a");
    }

    /** The delivered picture of photo {@code idx} in a variant. */
    public byte[] result(JsonNode end, int idx, String variant) {
        for (var link : end.path("download_urls")) {
            if (link.path("idx").asInt() == idx
                    && link.path("variant").asString().equals(variant)) {
                return server.client()
                        .download(URI.create(link.path("output_url").asString()));
            }
        }
        throw new AssertionError("Photo " + idx + " was not delivered: " + end);
    }

    /** The mask that the model found of a concept in photo {@code idx}. */
    public byte[] mask(int idx, String concept) {
        return stored("masks", "%d/%s.png".formatted(idx, concept));
    }

    /** The area "rule" or "protect" of photo {@code idx} of a job with one rule, as its manifest proves it. */
    public byte[] area(int idx, String name) {
        var manifest = JsonMapper.shared().readTree(stored("manifests", "a/%d.json".formatted(idx)));
        var photo = manifest.path("input");
        var runs = manifest.path("areas").path(name).asString();
        return GreyPng.encode(AreaRuns.mask(
                runs, photo.path("width").asInt(), photo.path("height").asInt()));
    }

    /** What lies in an area of the bucket under the job's keys. */
    public byte[] stored(String area, String name) {
        var file = server.bucket().resolve("%s/%s/%s/%s".formatted(area, user.id(), calls.id(), name));
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The item {@code idx} of a job's state. */
    public static JsonNode item(JsonNode state, int idx) {
        var item = state.path("items").path(idx);
        assertThat(item.path("idx").asInt(-1)).isEqualTo(idx);
        return item;
    }
}
