package photoset.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.RunningApi;

class EventStreamTest {
    private static final RunningApi RUNNING = RunningApi.shared();
    private static final Duration MAX = Duration.ofSeconds(20);
    private static final String WALL = """
            {"concepts": {"Wall": {"action": "recolor", "value": "#AABBCC"}}, "protect": []}""";

    /** The default. */
    private static final int STREAMS_PER_USER = 20;

    private final Api api = RUNNING.free();

    @Test
    void tellsWhatHappensAsItHappensAndEndsWithTheJob() {
        var job = api.job(1);
        var hold = new CountDownLatch(1);
        RUNNING.workers.slow.put(job, hold);
        var told = new CopyOnWriteArrayList<String>();
        var stream = follow(job, null, told);

        await().atMost(MAX).until(() -> told.contains("data:{\"status\": \"created\"}"));
        api.post("/jobs/" + job + "/confirm-upload", null);
        await().atMost(MAX).until(() -> told.contains("data:{\"status\": \"uploaded\"}"));
        api.post("/jobs/" + job + "/execute", WALL);
        await().atMost(MAX).until(() -> told.contains("data:{\"idx\": 0, \"status\": \"running\"}"));
        assertThat(stream).isNotDone();
        hold.countDown();

        assertThat(stream).succeedsWithin(MAX);
        assertThat(told.stream().filter(line -> line.startsWith("id:")).toList())
                .isEqualTo(List.of("id:1", "id:2", "id:3", "id:4", "id:5", "id:6", "id:7", "id:8"));
        assertThat(told).endsWith("event:status", "data:{\"status\": \"done\", \"end_reason\": \"finished\"}", "");
        assertThat(told).contains("event:progress", "data:{\"done\": 1, \"total\": 1, \"failed\": 0}");
    }

    @Test
    void goesOnAfterTheLastEventThatTheClientHas() {
        var job = ended();
        var told = new CopyOnWriteArrayList<String>();
        assertThat(follow(job, "1", told)).succeedsWithin(MAX);
        assertThat(told).contains("id:2").doesNotContain("id:1");

        assertThat(api.get("/jobs/" + job + "/events?last_event_id=1").body())
                .contains("id:2")
                .doesNotContain("id:1");
        assertThat(api.get("/jobs/" + job + "/events", "Last-Event-ID", "3").body())
                .isEmpty();
    }

    @Test
    void refusesAnIdThatIsNoneOfTheJobs() {
        var job = ended();
        for (String id : List.of("x", "-1", "99999999999999999999")) {
            var refused = api.get("/jobs/" + job + "/events", "Last-Event-ID", id);
            assertThat(refused.status() + " " + refused.code()).isEqualTo("400 VALIDATION_FAILED");
        }
    }

    @Test
    void aStreamOfADeletedJobEnds() {
        var job = api.job(1);
        var told = new CopyOnWriteArrayList<String>();
        var stream = follow(job, null, told);
        await().atMost(MAX).until(() -> told.contains("id:1"));
        RUNNING.records.run("delete from jobs where id = '" + job + "'");

        assertThat(stream).succeedsWithin(MAX);
    }

    @Test
    void oneAccountHasItsOwnLimitOfStreamsAndAnotherIsNotAffected() {
        var job = api.job(1);
        for (int i = 0; i < STREAMS_PER_USER; i++) {
            var told = new CopyOnWriteArrayList<String>();
            var stream = follow(job, null, told);
            await().atMost(MAX).until(() -> told.contains("id:1"));
            assertThat(stream).isNotDone();
        }
        var refused = api.get("/jobs/" + job + "/events");
        assertThat(refused.status() + " " + refused.code()).isEqualTo("429 RATE_LIMITED");
        assertThat(refused.headers().getFirst("Retry-After")).isEqualTo("10");
        assertThat(refused.headers().getContentType()).hasToString("application/json");

        var other = new EventStreamTest();
        assertThat(other.api.get("/jobs/" + other.ended() + "/events").status()).isEqualTo(200);

        api.post("/jobs/" + job + "/cancel", null);
        await().atMost(MAX)
                .untilAsserted(
                        () -> assertThat(api.get("/jobs/" + job + "/events").status())
                                .as("the others have ended")
                                .isEqualTo(200));
    }

    /** Canceled: the events created, item canceled, canceled. */
    private String ended() {
        var job = api.job(1);
        api.post("/jobs/" + job + "/cancel", null);
        return job;
    }

    private CompletableFuture<Void> follow(String job, @Nullable String lastEventId, List<String> told) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RUNNING.port() + "/jobs/" + job + "/events"))
                .header("Authorization", "Bearer " + api.token());
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return HttpClient.newHttpClient()
                .sendAsync(request.build(), BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(told::add));
    }
}
