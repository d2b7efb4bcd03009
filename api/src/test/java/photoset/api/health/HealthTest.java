package photoset.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import photoset.api.Api;
import photoset.api.RunningApi;
import photoset.api.TestPostgres;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class HealthTest {
    @Test
    void namesWhatIsAwayAndWhatIsNot() {
        var shared = RunningApi.shared();
        assertThat(shared.stranger().get("/health").text("$.data.status")).isEqualTo("ok");
        // Takes no work of the other one's. Stays open like the others here.
        var alone = RunningApi.start(TestPostgres.fresh(), shared.temporal(), "--photoset.roles=web");
        var answer = Api.at(RunningApi.port(alone)).get("/health");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("UNAVAILABLE");
        assertThat(answer.text("$.error.message")).isEqualTo("Away: store. Try again later.");
        assertThat(answer.details()).isEqualTo(Map.of("database", "up", "store", "away", "temporal", "up"));
    }

    @Test
    void readinessFollowsAndLivenessDoesNot() throws IOException {
        // Takes connections and never says a word, like a server that is stopped.
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            // Stays open until the JVM ends: to close it would close the event loops of every server in it.
            var context = RunningApi.start(TestPostgres.fresh(), "127.0.0.1:" + silent.getLocalPort());
            var port = context.getEnvironment().getProperty("local.management.port", Integer.class);
            var operations = Api.at(Objects.requireNonNull(port));
            assertThat(operations.get("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(operations.get("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(operations.get("/actuator/health").text("$.components.dependencies.details"))
                    .isEqualTo("{database=up, store=away, temporal=away}");
        }
    }

    @Test
    void whatNeverAnswersIsAwayAfterTwoSeconds() {
        StepVerifier.withVirtualTime(() -> new Dependencies(
                                List.of(new Dependency("deaf", Mono.never()), new Dependency("there", Mono.empty())))
                        .states())
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(1_999))
                .thenAwait(Duration.ofMillis(1))
                .expectNext(Map.of("deaf", "away", "there", "up"))
                .verifyComplete();
    }

    @Test
    void oneQuestionServesManyWhoAsk() {
        var asked = new int[1];
        var dependencies = new Dependencies(List.of(new Dependency("counted", Mono.fromRunnable(() -> asked[0]++))));
        for (int i = 0; i < 100; i++) {
            dependencies.states().block();
        }
        assertThat(asked[0]).isLessThan(100);
        assertThat(Objects.requireNonNull(dependencies.health().block()).getStatus())
                .isEqualTo(Status.UP);
    }
}
