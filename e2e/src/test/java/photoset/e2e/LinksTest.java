package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import photoset.cli.client.AlbumJob;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Server;

/** A link lets its holder do one thing, and no browser runs what lies behind it. */
class LinksTest {
    private final Server server = Server.shared();

    @Test
    void aPhotoIsTakenAsItWasAnnouncedAndNotOtherwise() {
        var photo = Photos.plain();
        var client = server.newUser().client();
        var created = client.post(
                "/jobs",
                Map.of(
                        "preset",
                        "interior",
                        "items",
                        List.of(Map.of("content_type", "image/jpeg", "size", photo.length))));
        var link = URI.create(
                created.orRefuse().path("presigned_urls").path(0).path("url").asString());
        var jpeg = Map.of("Content-Type", "image/jpeg");

        assertThat(client.upload(link, jpeg, Arrays.copyOf(photo, photo.length + 1)))
                .isEqualTo(403);
        assertThat(client.upload(link, jpeg, new byte[1])).isEqualTo(403);
        assertThat(client.upload(link, Map.of("Content-Type", "text/html"), photo))
                .isEqualTo(403);
        var job = AlbumJob.of(client, created);
        assertThat(job.confirm().status())
                .describedAs("confirmed without a photo")
                .isEqualTo(422);
        assertThat(job.upload(0, photo))
                .describedAs("with the headers of the answer")
                .isEqualTo(200);
        job.confirm().orRefuse();
    }

    @Test
    void aPictureIsSavedAndAPreviewIsShownWhateverAnybodyUploaded() throws Exception {
        var user = server.newUser();
        var end = Job.executed(server, user, Job.SAGE_WALLS, Photos.plain()).end();
        var links = end.path("download_urls").path(0);

        var picture = headers(links.path("output_url").asString());
        assertThat(picture.firstValue("Content-Type")).hasValue("image/png");
        assertThat(picture.firstValue("Content-Disposition")).hasValue("attachment; filename=\"photo-0-a.png\"");
        var preview = headers(links.path("preview_url").asString());
        assertThat(preview.firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(preview.firstValue("Content-Disposition")).hasValue("inline; filename=\"photo-0-a.preview.jpg\"");
        var manifest = headers(links.path("manifest_url").asString());
        assertThat(manifest.firstValue("Content-Type")).hasValue("application/json");
        assertThat(manifest.firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"photo-0-a.manifest.json\"");
    }

    private static HttpHeaders headers(String link) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.headers();
        }
    }
}
