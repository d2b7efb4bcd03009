package photoset.e2e.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the first concept of every order in the middle of the photo and the others nowhere; knows nothing of Photoset but
 * its HTTP. An order that comes again is answered from memory.
 */
public final class ProviderSimulator implements AutoCloseable {
    /** What the provider wants to see of its customers. */
    public static final String TOKEN = "the-token-of-the-provider";

    private final List<Fault> faults;
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Integer> orders = new ConcurrentHashMap<>();
    private final Map<Integer, JsonNode> last = new ConcurrentHashMap<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> troubles = new ConcurrentLinkedQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile String secret = "";

    /** What a report was answered. */
    public record Answer(int idx, int status, String body) {}

    private ProviderSimulator(HttpServer server, List<Fault> faults) {
        this.server = server;
        this.faults = faults;
    }

    /** One whose photo {@code idx} has the fault {@code idx}. */
    public static ProviderSimulator started(List<Fault> faults) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var simulator = new ProviderSimulator(server, faults);
            server.createContext("/orders", simulator::accept);
            server.start();
            return simulator;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Takes orders. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders");
    }

    /** Tells the secret that the customer wants to see with reports. */
    public void knows(String callbackSecret) {
        secret = callbackSecret;
    }

    /** Lets slow photos go on. */
    public void release() {
        released.countDown();
    }

    /** What the reports of a photo were answered, in order. */
    public List<Answer> answers(int idx) {
        return answers.stream().filter(answer -> answer.idx() == idx).toList();
    }

    /** How often the order of a photo has come. */
    public int orders(int idx) {
        return orders.getOrDefault(prefix(idx), 0);
    }

    /** How many orders have come, repetitions not counted. */
    public int different() {
        return orders.size();
    }

    /** What went wrong here that no fault asked for. */
    public List<Throwable> troubles() {
        return List.copyOf(troubles);
    }

    private void accept(HttpExchange exchange) throws IOException {
        try (exchange) {
            var order = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            boolean known =
                    ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(known ? 202 : 401, -1);
            if (known) {
                var item = order.path("items").path(0);
                int idx = item.path("idx").asInt();
                int times = orders.merge(order.path("idempotency_prefix").asString(), 1, Integer::sum);
                last.put(idx, order);
                boolean crash = faults.get(idx) == Fault.CRASH_AFTER_ACCEPT;
                if (times == (crash ? 2 : 1)) {
                    work.execute(() -> finish(order, idx));
                }
            }
        }
    }

    private void finish(JsonNode order, int idx) {
        try {
            switch (faults.get(idx)) {
                case NO_MASKS -> report(idx);
                case FAILS -> call(idx, failure(idx), secret);
                case CALLBACK_LOST -> put(order);
                case CALLBACK_TWICE -> {
                    put(order);
                    report(idx);
                    report(idx);
                }
                case FORGED_FIRST -> {
                    put(order);
                    forge(idx);
                    report(idx);
                }
                case SLOW -> {
                    released.await();
                    put(order);
                    report(idx);
                }
                case NONE, CRASH_AFTER_ACCEPT -> {
                    put(order);
                    report(idx);
                }
            }
        } catch (IOException | InterruptedException | RuntimeException | AssertionError trouble) {
            troubles.add(trouble);
        }
    }

    private void put(JsonNode order) throws IOException, InterruptedException {
        var item = order.path("items").path(0);
        int width = item.path("width").asInt();
        int height = item.path("height").asInt();
        var view = http.send(HttpRequest.newBuilder(link(item, "view_url")).build(), BodyHandlers.ofByteArray());
        if (ImageIO.read(new ByteArrayInputStream(view.body())) == null) {
            throw new AssertionError("The view is no picture: HTTP " + view.statusCode());
        }
        boolean found = true;
        for (var mask : item.path("masks")) {
            put(link(mask, "put_url"), mask(width, height, found));
            found = false;
        }
        put(link(item, "instances_url"), JsonMapper.shared().writeValueAsBytes(instances(order)));
    }

    private static URI link(JsonNode node, String name) {
        return URI.create(node.path(name).asString());
    }

    private void put(URI link, byte[] body) throws IOException, InterruptedException {
        var put = HttpRequest.newBuilder(link)
                .PUT(BodyPublishers.ofByteArray(body))
                .build();
        int status = http.send(put, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new AssertionError("The link to put to answered HTTP " + status);
        }
    }

    private static byte[] mask(int width, int height, boolean found) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(width / 4, height / 4, found ? width / 2 : 0, height / 2);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private static List<Map<String, Object>> instances(JsonNode order) {
        var item = order.path("items").path(0);
        int width = item.path("width").asInt();
        int height = item.path("height").asInt();
        var concept = order.path("concepts").path(0).path("id").asString();
        return List.of(Map.of(
                "concept",
                concept,
                "instance_id",
                concept + "-1",
                "score",
                0.9,
                "box",
                List.of(width / 4, height / 4, width / 2, height / 2),
                "area",
                width / 2 * (height / 2)));
    }

    /** Reports a photo as done, maybe once more, maybe too late. */
    public void report(int idx) throws IOException, InterruptedException {
        call(idx, done(idx, prefix(idx)), secret);
    }

    private void forge(int idx) throws IOException, InterruptedException {
        call(idx, done(idx, prefix(idx)), null);
        call(idx, done(idx, prefix(idx)), secret + "x");
        call(idx, done(0, idx, prefix(idx)), secret);
        call(idx, done(idx, "11111111-2222-3333-4444-555555555555." + idx), secret);
    }

    private String prefix(int idx) {
        var order = last.get(idx);
        return order == null ? "" : order.path("idempotency_prefix").asString();
    }

    private Map<String, Object> done(int idx, String prefix) {
        return done(idx, idx, prefix);
    }

    /** Of a photo with what was found in another: the order for the former may not have come yet. */
    private Map<String, Object> done(int idx, int found, String prefix) {
        return Map.of(
                "idx",
                idx,
                "status",
                "done",
                "instances",
                instances(last.get(found)),
                "idempotency_key",
                prefix + ":1");
    }

    private Map<String, Object> failure(int idx) {
        return Map.of(
                "idx",
                idx,
                "status",
                "failed",
                "error",
                Map.of("code", "OUT_OF_MEMORY", "message", "The photo does not fit into the provider's memory."),
                "idempotency_key",
                prefix(idx) + ":1");
    }

    private void call(int idx, Map<String, Object> report, @Nullable String shown)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(link(last.get(idx), "callback_url"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(report)));
        if (shown != null) {
            request.header("Authorization", "Bearer " + shown);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        answers.add(new Answer(idx, answer.statusCode(), answer.body()));
    }

    @Override
    public void close() {
        work.shutdownNow();
        server.stop(0);
        http.shutdownNow();
    }
}
