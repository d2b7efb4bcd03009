package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Standalone;
import photoset.e2e.harness.Standalone.EmbeddedServer;

/** A job outlives the servers below: whichever dies is started again, and the album in flight finishes. */
class RestartTest {
    private static final Duration AGAIN_MAX = Duration.ofMinutes(2);

    @Test
    void finishesTheAlbumWhenItsServersAreKilled() {
        try (var server = Standalone.start(Map.of())) {
            assumeTrue(server.isDurable(), "needs the Temporal command line: the Java test server is no child");
            var user = server.newUser();
            var rooms = Stream.generate(() -> Photos.room("kitchen_corner"))
                    .limit(8)
                    .toArray(byte[][]::new);
            var job = Job.executed(server, user, Job.SAGE_WALLS, rooms);
            Awaitility.await("the first delivered photo")
                    .atMost(AGAIN_MAX)
                    .until(() -> job.calls().state().path("done_items").asInt() > 0);

            server.kill(EmbeddedServer.TEMPORAL);
            awaitRestart(server, "Temporal");
            server.kill(EmbeddedServer.POSTGRES);
            awaitRestart(server, "PostgreSQL");

            var end = job.end();
            assertThat(end.path("status").asString()).isEqualTo("done");
            assertThat(end.path("done_items").asInt()).isEqualTo(8);
            assertThat(user.credits()).isEqualTo(2);
            assertThat(user.held()).isZero();
            assertThat(server.client().get("/health").data().path("parts").properties())
                    .hasSize(3)
                    .allMatch(part -> part.getValue().asString().equals("up"));
        }
    }

    private static void awaitRestart(Standalone server, String name) {
        Awaitility.await("the restart of " + name)
                .atMost(AGAIN_MAX)
                .until(() -> server.terminal().contains(name + " runs again after "));
        assertThat(server.terminal()).contains(name + " ended by itself (exit code 137). It is started again.");
        Awaitility.await("health").atMost(AGAIN_MAX).until(server.client()::isUp);
    }
}
