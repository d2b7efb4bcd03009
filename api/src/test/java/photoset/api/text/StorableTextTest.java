package photoset.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import photoset.api.Api;
import photoset.api.ApiTest;
import photoset.api.RunningApi;
import photoset.api.auth.OfflineTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Text that PostgreSQL cannot keep, in every place of every call that the document names. */
class StorableTextTest {
    private static final RunningApi RUNNING = RunningApi.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OPERATOR =
            OfflineTokens.run("token", "--admin", "operator", "--photoset.auth.secret=" + ApiTest.SECRET);

    private final Api api = RUNNING.free();

    @AfterAll
    static void close() {
        HTTP.close();
    }

    private record Call(String method, String path, JsonNode operation) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @TestFactory
    Stream<DynamicTest> aNulIsRefusedByNameWhereverACallTakesText() {
        var document = JSON.readTree(api.get("/v3/api-docs").body());
        var schemas = new Schemas(document);
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> new Call(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))
                        .map(call -> DynamicTest.dynamicTest(call.toString(), () -> refusesNul(call, schemas))));
    }

    private void refusesNul(Call call, Schemas schemas) throws IOException, InterruptedException {
        var plain = filled(call, call.path());
        for (JsonNode parameter : call.operation().path("parameters")) {
            var name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("path")) {
                refused(send(call, filled(call, call.path().replace("{" + name + "}", "a%00b")), ""), "path");
            }
            if (parameter.path("in").asString().equals("query")) {
                refused(send(call, plain + "?" + name + "=a%00b", ""), name);
            }
        }
        refused(send(call, plain + "?%00=1", ""), "\uFFFD");
        var body = call.operation()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        for (String json : schemas.withNul(body)) {
            refused(send(call, plain, json), "");
        }
    }

    /** The path with something in the place of each parameter, of the parameter's type. */
    private static String filled(Call call, String path) {
        var filled = path;
        for (JsonNode parameter : call.operation().path("parameters")) {
            boolean isNumber =
                    parameter.path("schema").path("type").asString("").equals("integer");
            filled = filled.replace("{" + parameter.path("name").asString() + "}", isNumber ? "0" : "x");
        }
        return filled;
    }

    private static void refused(HttpResponse<String> answer, String field) {
        var error = JSON.readTree(answer.body()).path("error");
        assertThat(answer.statusCode()).as("%s %s", answer.uri(), answer.body()).isEqualTo(400);
        assertThat(error.path("code").asString()).isEqualTo("VALIDATION_FAILED");
        var detail = error.path("details").path(0);
        assertThat(detail.path("message").asString()).isEqualTo(StorableText.NEEDED);
        assertThat(detail.path("field").asString()).isNotEmpty().contains(field).doesNotContain("\0");
    }

    private HttpResponse<String> send(Call call, String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RUNNING.port() + path))
                .method(call.method(), json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .header("Authorization", "Bearer " + (path.startsWith("/admin") ? OPERATOR : api.token()))
                .header("X-Callback-Secret", RunningApi.CALLBACK_SECRET)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k" + path.hashCode() + json.hashCode());
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void halfASurrogatePairIsRefusedByNameAndAWholeOneIsKept() {
        var half = api.post("/rules", rule("a\\ud83db"));
        assertThat(half.details()).containsEntry("name", StorableText.NEEDED);
        assertThat(api.post("/rules", rule("a\\ude00")).details()).containsKey("name");
        assertThat(api.post("/rules", rule("a\\ud83d\\ude00 \uD83D\uDE00")).text("$.data.rule.name"))
                .isEqualTo("a\uD83D\uDE00 \uD83D\uDE00");
    }

    @Test
    void theFieldsAreNamedAtAnyDepth() {
        var refused = api.post("/jobs", """
                {"preset": "a\\u0000", "items": [{"filename": "a"}, {"filename": "a\\u0000", "b\\u0000": 1}], "x": {"y": ["\\u0000"]}}""");
        assertThat(refused.details()).containsOnlyKeys("preset", "items[1].filename", "items[1].b\uFFFD", "x.y[0]");
    }

    @Test
    void aLongNameIsNotCutWithinACharacter() {
        var refused = api.post("/rules", "{\"" + "\uD83D\uDE00".repeat(200) + "\": 1}");
        assertThat(refused.details()).containsKey("\uD83D\uDE00".repeat(100) + "…");
    }

    @Test
    void aCursorThatNoPageGaveIsRefused() {
        for (String made : List.of(
                "2026-01-01T00:00:00Z a\0b",
                "+999999999-12-31T00:00:00Z job_1",
                "-4800-01-01T00:00:00Z job_1",
                "2026-01-01T00:00:00Z ")) {
            var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(made.getBytes(StandardCharsets.UTF_8));
            var refused = api.get("/jobs?cursor=" + cursor);
            assertThat(refused.status()).as(made).isEqualTo(400);
            assertThat(refused.details()).as(made).containsKey("cursor");
        }
    }

    @Test
    void theServerItselfRefusesAHeaderWithNul() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RUNNING.port())) {
            var request = "POST /rules HTTP/1.1\r\nHost: x\r\nIdempotency-Key: a\0b\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400");
        }
    }

    private static String rule(String name) {
        return """
                {"name": "%s", "preset_id": "interior", "concepts": {"Wall": {"action": "blur"}}}""".formatted(name);
    }

    /** Bodies of a schema, each with a NUL in one place. */
    private record Schemas(JsonNode document) {
        private static final int DEPTH_MAX = 8;

        private static final String NUL = "\"a\\u0000b\"";

        List<String> withNul(JsonNode schema) {
            List<String> bodies = new ArrayList<>();
            add(schema, "%s", bodies, 0);
            return bodies;
        }

        /** @param around the body with a place for what the schema describes */
        private void add(JsonNode schema, String around, List<String> bodies, int depth) {
            var reference = schema.path("$ref").asString("");
            if (!reference.isEmpty()) {
                add(document.at(reference.substring(1)), around, bodies, depth);
                return;
            }
            if (depth > DEPTH_MAX) {
                return;
            }
            for (String choice : List.of("oneOf", "anyOf", "allOf")) {
                schema.path(choice).forEach(part -> add(part, around, bodies, depth + 1));
            }
            if (schema.path("type").toString().contains("string")) {
                bodies.add(around.formatted(NUL));
            }
            schema.path("properties")
                    .propertyStream()
                    .forEach(field -> add(
                            field.getValue(), around.formatted("{\"" + field.getKey() + "\": %s}"), bodies, depth + 1));
            if (schema.path("additionalProperties").isObject()) {
                bodies.add(around.formatted("{" + NUL + ": {}}"));
                add(schema.path("additionalProperties"), around.formatted("{\"Wall\": %s}"), bodies, depth + 1);
            }
            if (schema.has("items")) {
                add(schema.path("items"), around.formatted("[%s]"), bodies, depth + 1);
            }
        }
    }
}
