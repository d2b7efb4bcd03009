package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Server;

/** An owner's pictures go when the owner says so, and nobody else's. */
class DeletionTest {
    private static final Duration GONE_MAX = Duration.ofMinutes(1);

    private final Server server = Server.shared();

    @Test
    void aDeletedJobLeavesNothingInTheBucket() throws Exception {
        var user = server.newUser();
        var kept = Job.executed(server, user, Job.SAGE_WALLS, Photos.plain());
        kept.end();
        var job = Job.executed(server, user, Job.SAGE_WALLS, Photos.plain());
        var end = job.end();
        var link =
                URI.create(end.path("download_urls").path(0).path("output_url").asString());
        var id = end.path("job_id").asString();
        assertThat(files(id)).isNotEmpty();
        long credits = user.credits();

        assertThat(user.client().delete("/jobs/" + id).status()).isEqualTo(200);

        Awaitility.await()
                .atMost(GONE_MAX)
                .untilAsserted(() -> assertThat(files(id)).isEmpty());
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding())
                            .statusCode())
                    .describedAs("a link that was given before")
                    .isEqualTo(404);
        }
        assertThat(user.credits()).isEqualTo(credits);
        assertThat(kept.result(kept.end(), 0)).isNotEmpty();
    }

    /** Everything in the bucket that names the job, apart from empty folders. */
    private List<Path> files(String job) {
        try (var all = Files.walk(server.bucket())) {
            return all.filter(path -> path.toString().contains("/" + job + "/"))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
