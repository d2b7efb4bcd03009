package photoset.cli.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The REST API over HTTP, for one user or for nobody. All calls block; refusals are answers, not exceptions. */
public final class PhotosetClient {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Longer than any call may take: confirming 200 photos reads each of them. */
    private static final Duration ANSWER_TIME_MAX = Duration.ofMinutes(3);

    private static final int OK = 200;

    private static final Duration CONNECT_TIME_MAX = Duration.ofSeconds(3);

    private final HttpClient http;
    private final URI base;
    private final Map<String, String> headers;

    private PhotosetClient(HttpClient http, URI base, Map<String, String> headers) {
        this.http = http;
        this.base = base;
        this.headers = headers;
    }

    /** A client without a token. */
    public static PhotosetClient at(URI base) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIME_MAX)
                .build();
        return new PhotosetClient(http, base, Map.of());
    }

    /** The same client with one more header on every call. */
    public PhotosetClient with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new PhotosetClient(http, base, Map.copyOf(more));
    }

    /** The same client with this token. */
    public PhotosetClient as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** Creates an anonymous user and answers a client that acts as it. */
    public PhotosetClient newUser() {
        return as(post("/auth/anon").orRefuse().path("token").asString());
    }

    /** Whether a Photoset answers at the address. */
    public boolean isUp() {
        try {
            return get("/health").body().path("success").asBoolean(false);
        } catch (UncheckedIOException nobody) {
            return false;
        }
    }

    /** Whether anything answers a GET of this path with success. */
    public boolean answers(String path) {
        try {
            return get(path).success();
        } catch (UncheckedIOException nobody) {
            return false;
        }
    }

    public ApiResponse get(String path) {
        return call("GET", path, null);
    }

    public ApiResponse post(String path) {
        return call("POST", path, null);
    }

    public ApiResponse post(String path, Object body) {
        return call("POST", path, JSON.writeValueAsString(body));
    }

    public ApiResponse put(String path, Object body) {
        return call("PUT", path, JSON.writeValueAsString(body));
    }

    public ApiResponse delete(String path) {
        return call("DELETE", path, null);
    }

    /** A call with any text as its body, or with none. */
    public ApiResponse call(String method, String path, @Nullable String body) {
        var request = request(path);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json");
        }
        var answer = send(request.build(), BodyHandlers.ofString());
        return new ApiResponse(answer.statusCode(), answer.headers(), json(answer.body()));
    }

    /** The lines of a stream of server-sent events, as they come; closing the stream hangs up. */
    public Stream<String> events(String path, Optional<String> lastEventId) {
        var request = request(path).header("Accept", "text/event-stream");
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        return send(request.build(), BodyHandlers.ofLines()).body();
    }

    /** Puts bytes to a link that the API lent, with the headers that go with it; answers the HTTP status. */
    public int upload(URI link, Map<String, String> linkHeaders, byte[] bytes) {
        var request = HttpRequest.newBuilder(link).timeout(ANSWER_TIME_MAX).PUT(BodyPublishers.ofByteArray(bytes));
        linkHeaders.forEach(request::header);
        return send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** Writes what lies behind a link that the API lent to a file, which may be larger than the memory. */
    public void download(URI link, Path file) {
        var request = HttpRequest.newBuilder(link).timeout(ANSWER_TIME_MAX).build();
        var status = send(request, BodyHandlers.ofFile(file)).statusCode();
        if (status != OK) {
            throw new UncheckedIOException(new IOException("a download was answered with " + status));
        }
    }

    /** Writes what the API has for a path to a file, which may be larger than the memory. A refusal writes nothing. */
    public ApiResponse save(String path, Path file) {
        var answer = send(
                request(path).build(),
                info -> info.statusCode() == OK
                        ? BodySubscribers.mapping(BodySubscribers.ofFile(file), _ -> "")
                        : BodySubscribers.ofString(StandardCharsets.UTF_8));
        return new ApiResponse(answer.statusCode(), answer.headers(), json(answer.body()));
    }

    /** Reads what lies behind a link that the API lent. */
    public byte[] download(URI link) {
        return bytes(HttpRequest.newBuilder(link).timeout(ANSWER_TIME_MAX).build());
    }

    /** Reads a file that the API itself gives. */
    public byte[] file(String path) {
        return bytes(request(path).build());
    }

    private byte[] bytes(HttpRequest request) {
        var answer = send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != OK) {
            throw new UncheckedIOException(new IOException("a download was answered with " + answer.statusCode()));
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER_TIME_MAX);
        headers.forEach(request::header);
        return request;
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", stop));
        }
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }
}
