package photoset.gpu;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** As much of an S3 server as a segmenter uses, without signatures. */
public final class FakeStore implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

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

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var key = exchange.getRequestURI().getPath().replaceFirst("/photoset/", "");
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("ETag", "\"0\"");
            if (exchange.getRequestMethod().equals("PUT")) {
                objects.put(key, plain(body, exchange.getRequestHeaders().getFirst("Content-Encoding")));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            var found = objects.get(key);
            if (found == null) {
                byte[] error = "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/xml");
                exchange.sendResponseHeaders(404, error.length);
                exchange.getResponseBody().write(error);
                return;
            }
            exchange.sendResponseHeaders(200, found.length);
            exchange.getResponseBody().write(found);
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
