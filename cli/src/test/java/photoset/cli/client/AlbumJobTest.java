package photoset.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a client does with a service that is away for a moment. */
class AlbumJobTest {
    private final AtomicInteger questions = new AtomicInteger();

    @Test
    void waitsWhileAPartOfTheServiceIsAway() throws IOException {
        try (var server = new Closing(503, 2)) {
            assertThat(server.job().state().path("status").asString()).isEqualTo("running");
            assertThat(questions).hasValue(3);
        }
    }

    @Test
    void saysARefusalAtOnce() throws IOException {
        try (var server = new Closing(404, 1)) {
            var job = server.job();
            assertThatThrownBy(job::state).isInstanceOf(ApiError.class).hasMessage("Not now.");
            assertThat(questions).hasValue(1);
        }
    }

    /** Creates a job, and refuses to tell its state so many times. */
    private final class Closing implements AutoCloseable {
        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        Closing(int status, int refusals) throws IOException {
            server.createContext("/jobs", exchange -> {
                boolean created = exchange.getRequestMethod().equals("POST");
                boolean refuses = !created && questions.incrementAndGet() <= refusals;
                var body = (created
                                ? "{\"data\": {\"job_id\": \"1\"}}"
                                : refuses
                                        ? "{\"error\": {\"message\": \"Not now.\"}}"
                                        : "{\"data\": {\"job\": {\"status\": \"running\"}}}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Retry-After", "0");
                exchange.sendResponseHeaders(refuses ? status : 200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        AlbumJob job() {
            var base = URI.create("http://localhost:" + server.getAddress().getPort());
            return AlbumJob.create(PhotosetClient.at(base), "interior", 1);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
