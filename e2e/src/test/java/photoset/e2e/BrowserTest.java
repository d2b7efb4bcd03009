package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import photoset.e2e.harness.CommonSettings;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Server;

/** What a browser asks before it lets a page use the links that the api gives (Fetch standard, CORS protocol). */
class BrowserTest {
    private static final String STRANGER = "https://evil.example.org";

    private final Server server = Server.shared();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aPageMayUploadAndDownload() throws Exception {
        var user = server.newUser();
        var body = Map.of(
                "preset",
                "interior",
                "items",
                List.of(Map.of("filename", "room.jpg", "content_type", "image/jpeg", "size", Photos.plain().length)));
        var created = user.client().post("/jobs", body).orRefuse();
        var upload = created.path("presigned_urls").path(0);
        var put = URI.create(upload.path("url").asString());
        for (var origin : List.of(studio(), CommonSettings.OTHER_ORIGIN)) {
            assertThatPreflightPasses(put, "PUT", origin);
        }
        assertThat(preflight(put, "PUT", STRANGER).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();

        var request =
                HttpRequest.newBuilder(put).header("Origin", studio()).PUT(BodyPublishers.ofByteArray(Photos.plain()));
        upload.path("headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asString()));
        var stored = http.send(request.build(), BodyHandlers.discarding());
        assertThat(stored.statusCode()).isEqualTo(200);
        assertThat(stored.headers().firstValue("Access-Control-Allow-Origin")).contains(studio());
        assertThat(stored.headers().firstValue("Access-Control-Expose-Headers")).contains("ETag");
        assertThat(stored.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void aPageMayReadResults() throws Exception {
        var job = Job.executed(server, server.newUser(), Job.SAGE_WALLS, Photos.room("kitchen_corner"));
        var link = URI.create(
                job.end().path("download_urls").path(0).path("output_url").asString());
        assertThatPreflightPasses(link, "GET", studio());
        var read = http.send(
                HttpRequest.newBuilder(link).header("Origin", studio()).build(), BodyHandlers.discarding());
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).contains(studio());
    }

    @Test
    void aListedPageMayCallTheApi() throws Exception {
        var jobs = server.address().resolve("/jobs");
        assertThatPreflightPasses(jobs, "POST", CommonSettings.OTHER_ORIGIN);
        assertThat(preflight(jobs, "POST", STRANGER).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    private String studio() {
        return server.address().toString();
    }

    private void assertThatPreflightPasses(URI link, String method, String origin)
            throws IOException, InterruptedException {
        var answer = preflight(link, method, origin);
        assertThat(answer.statusCode()).as("%s from %s", method, origin).isBetween(200, 299);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValueSatisfying(methods -> assertThat(methods).contains(method));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(
                        headers -> assertThat(headers.toLowerCase(Locale.ROOT)).contains("content-type"));
    }

    private HttpResponse<Void> preflight(URI link, String method, String origin)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(link)
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", method)
                        .header("Access-Control-Request-Headers", "content-type")
                        .build(),
                BodyHandlers.discarding());
    }
}
