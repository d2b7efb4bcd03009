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

/** A job outlives the process that works on it. */
class KillTest {
    @Test
    void finishesTheJobAndTakesEachCreditOnce() {
        try (var server = Standalone.start(Map.of())) {
            assumeTrue(server.isDurable(), "needs the Temporal command line: the Java test server forgets its jobs");
            var user = server.newUser();
            var rooms = Stream.generate(() -> Photos.room("kitchen_corner"))
                    .limit(6)
                    .toArray(byte[][]::new);
            var job = Job.executed(server, user, Job.SAGE_WALLS, rooms);
            Awaitility.await("the first delivered photo")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> job.calls().state().path("done_items").asInt() > 0);
            server.killAndStartAgain();
            var end = job.end();
            assertThat(end.path("status").asString()).isEqualTo("done");
            assertThat(end.path("done_items").asInt()).isEqualTo(6);
            assertThat(user.credits()).isEqualTo(4);
            assertThat(user.held()).isZero();
        }
    }
}
