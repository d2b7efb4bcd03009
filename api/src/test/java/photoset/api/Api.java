package photoset.api;

import com.jayway.jsonpath.JsonPath;
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

    public Answer delete(String path, String... headers) {
        return send(HttpMethod.DELETE, path, null, headers);
    }

    /** Headers in pairs: name, value. */
    public Answer send(HttpMethod method, String path, @Nullable String json, String... headers) {
        var request = http.method(method).uri(path);
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
