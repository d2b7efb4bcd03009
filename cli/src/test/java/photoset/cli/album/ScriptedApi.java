package photoset.cli.album;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One job of two photos as the API would answer for it, without anything behind it. */
public final class ScriptedApi implements AutoCloseable {
    private static final String JOB = "job_1";

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private volatile String status = "none";
    private volatile String entry = "board-1.jpg";
    private volatile boolean waits;
    private final CountDownLatch running = new CountDownLatch(1);

    /** Serves at once. */
    public ScriptedApi() throws IOException {
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Every call but for states and pictures, in order: method, path and the key that it carried. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Refuses a call from now on with {@code 400} and this error. */
    public void refuse(String call, String error) {
        refusals.put(call, error);
    }

    public void allow(String call) {
        refusals.remove(call);
    }

    /** Lets the job run until it is canceled. */
    public void neverEnd() {
        waits = true;
    }

    /** Waits until the job runs. */
    public void awaitRunning() throws InterruptedException {
        running.await();
    }

    /** Names the one file of a set. */
    public void packs(String name) {
        entry = name;
    }

    public void jobIs(String word) {
        status = word;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        if (!call.equals("GET /jobs/" + JOB) && !call.startsWith("GET /file") && !call.equals("GET /health")) {
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            calls.add(key == null ? call : call + " " + key);
        }
        var refusal = refusals.get(call);
        if (refusal != null) {
            send(exchange, 400, ("{\"success\": false, \"error\": " + refusal + "}").getBytes(StandardCharsets.UTF_8));
        } else if (call.equals("GET /file.zip")) {
            send(exchange, 200, zip());
        } else if (call.startsWith("GET /file") || call.startsWith("PUT /put") || call.endsWith("/masks")) {
            send(exchange, 200, new byte[] {1, 2, 3});
        } else {
            send(exchange, 200, ("{\"success\": true, \"data\": " + data(call) + "}").getBytes(StandardCharsets.UTF_8));
        }
    }

    private String data(String call) {
        return switch (call) {
            case "POST /auth/anon" -> "{\"token\": \"secret-token\"}";
            case "GET /presets/interior" ->
                "{\"output_templates\": [{\"id\": \"before_after\"}, {\"id\": \"client_card\"}]}";
            case "POST /rules/parse" -> """
                {"rule": {"concepts": {"Wall": {"action": "recolor", "value": "sage"}}, "protect": []},
                 "unknown": [{"text": "plaid", "at": 6, "message": "There is no such color."}]}""";
            case "POST /jobs" -> created();
            case "POST /jobs/" + JOB + "/confirm-upload" -> moved("uploaded");
            case "POST /jobs/" + JOB + "/execute" -> moved(waits ? "running" : "done");
            case "POST /jobs/" + JOB + "/cancel" -> moved("canceled");
            case "POST /jobs/" + JOB + "/sets" -> "{\"set_id\": \"set_1\", \"status\": \"queued\"}";
            case "GET /jobs/" + JOB + "/sets" ->
                "[{\"set_id\": \"set_1\", \"status\": \"done\", \"zip_url\": \"%s/file.zip\"}]".formatted(address());
            default -> state();
        };
    }

    private String moved(String to) {
        status = to;
        if (to.equals("running")) {
            running.countDown();
        }
        return "{}";
    }

    private String created() {
        status = "created";
        return """
                {"job_id": "%s", "presigned_urls": [{"idx": 0, "url": "%s/put/0"}, {"idx": 1, "url": "%s/put/1"}]}""".formatted(JOB, address(), address());
    }

    private String state() {
        var link =
                "{\"idx\": %d, \"variant\": \"a\", \"output_url\": \"%s/file%d.png\", \"manifest_url\": \"%s/file.json\"}";
        return """
                {"job": {"status": "%s", "done_items": 2, "variants": [{}],
                 "items": [{"idx": 0, "status": "done"}, {"idx": 1, "status": "done"}],
                 "credits": {"held": 2, "captured": %d, "released": %d}, "download_urls": [%s, %s]}}""".formatted(
                        status,
                        status.equals("done") ? 2 : 0,
                        status.equals("canceled") ? 2 : 0,
                        link.formatted(0, address(), 0, address()),
                        link.formatted(1, address(), 1, address()));
    }

    private byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(7);
        }
        return bytes.toByteArray();
    }

    private static void send(HttpExchange exchange, int code, byte[] body) throws IOException {
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
