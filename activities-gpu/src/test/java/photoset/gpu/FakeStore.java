package photoset.gpu;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** As much of an S3 server as a segmenter uses, without signatures. */
public final class FakeStore implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    private FakeStore(HttpServer server) {
        this.server = server;
    }

    public static FakeStore started() throws IOException {
        var store = new FakeStore(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        store.server.createContext("/photoset/", store::answer);
        store.server.start();
        return store;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** By key. */
    public Map<String, byte[]> objects() {
        return objects;
    }

    /** How often this was asked, e.g. {@code HEAD masks/u/j/3/instances.json}. */
    public long calls(String methodAndKey) {
        return calls.stream().filter(methodAndKey::equals).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var key = exchange.getRequestURI().getPath().replaceFirst("/photoset/", "");
            calls.add(exchange.getRequestMethod() + " " + key);
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("ETag", "\"0\"");
            if (exchange.getRequestMethod().equals("PUT")) {
                objects.put(key, plain(body, exchange.getRequestHeaders().getFirst("Content-Encoding")));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            if (exchange.getRequestMethod().equals("DELETE")) {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            var found = objects.get(key);
            if (found == null) {
                refuse(exchange);
                return;
            }
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().add("Content-Length", Integer.toString(found.length));
                exchange.getResponseHeaders().add("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            exchange.sendResponseHeaders(200, found.length);
            exchange.getResponseBody().write(found);
        }
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        var reason = "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.sendResponseHeaders(404, head ? -1 : reason.length);
        if (!head) {
            exchange.getResponseBody().write(reason);
        }
    }

    private static byte[] plain(byte[] body, @Nullable String encoding) {
        if (encoding != null && encoding.contains("aws-chunked")) {
            throw new IllegalStateException("chunked signatures are not understood here");
        }
        return body;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
