package photoset.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A client as a stranger would write it: HTTP, JSON as text, nothing of ours. */
public final class Api {
    private static final Duration STATE_MAX = Duration.ofSeconds(20);

    private final WebTestClient http;
    private final @Nullable String token;

    private Api(WebTestClient http, @Nullable String token) {
        this.http = http;
        this.token = token;
    }

    public static Api at(int port) {
        return new Api(
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(Duration.ofSeconds(30))
                        .build(),
                null);
    }

    /** An answer, read whole. */
    public record Answer(int status, HttpHeaders headers, String body) {
        /** What a JSON path finds in the body. */
        public Object at(String path) {
            return JsonPath.<Object>read(body, path);
        }

        public String text(String path) {
            return String.valueOf(at(path));
        }

        public String code() {
            return text("$.error.code");
        }

        /** The named fields and what is said of each. */
        public Map<String, String> details() {
            var details = new LinkedHashMap<String, String>();
            for (Map<String, String> detail : JsonPath.<List<Map<String, String>>>read(body, "$.error.details")) {
                details.put(String.valueOf(detail.get("field")), String.valueOf(detail.get("message")));
            }
            return details;
        }
    }

    /** The same client with a new account. */
    public Api signedUp() {
        return with(post("/auth/anon", null).text("$.data.token"));
    }

    public Api with(@Nullable String otherToken) {
        return new Api(http, otherToken);
    }

    /** What {@link #signedUp} got. */
    public String token() {
        return Objects.requireNonNull(token);
    }

    public Answer get(String path, String... headers) {
        return send(HttpMethod.GET, path, null, headers);
    }

    public Answer post(String path, @Nullable String json, String... headers) {
        return send(HttpMethod.POST, path, json, headers);
    }

    public Answer put(String path, String json, String... headers) {
        return send(HttpMethod.PUT, path, json, headers);
    }

    public Answer patch(String path, String json, String... headers) {
        return send(HttpMethod.PATCH, path, json, headers);
    }

    public Answer delete(String path, String... headers) {
        return send(HttpMethod.DELETE, path, null, headers);
    }

    /** A job of so many photos that waits for them. */
    public String job(int photos) {
        var created = post("/jobs", "{\"preset\": \"interior\", \"item_count\": " + photos + "}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.text("$.data.job_id");
    }

    /** The same, confirmed. */
    public String uploadedJob(int photos) {
        var job = job(photos);
        post("/jobs/" + job + "/confirm-upload", null);
        return job;
    }

    /** A job as it is once it has come into this state. */
    public Answer awaited(String job, String status) {
        return await().atMost(STATE_MAX)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> get("/jobs/" + job),
                        answer -> answer.text("$.data.job.status").equals(status));
    }

    /** What can be spent, and what is held. */
    public String credits() {
        var me = get("/me");
        return me.text("$.data.credits") + " " + me.text("$.data.held_credits");
    }

    /** Headers in pairs: name, value. */
    public Answer send(HttpMethod method, String path, @Nullable String json, String... headers) {
        // As it is: a path may be spelt with escapes.
        var request = http.method(method).uri(root -> URI.create(root.build() + path));
        if (token != null) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        if (json != null) {
            request.header(HttpHeaders.CONTENT_TYPE, "application/json").bodyValue(json);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        var result = request.exchange().expectBody().returnResult();
        var body = Objects.requireNonNullElse(result.getResponseBody(), new byte[0]);
        return new Answer(
                result.getStatus().value(), result.getResponseHeaders(), new String(body, StandardCharsets.UTF_8));
    }
}
