package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Server;

/** Whoever cancels pays for what was delivered, and for nothing else. */
class CancelTest {
    private final Server server = Server.shared();

    @Test
    void returnsEverythingWhenNothingWasBegun() {
        var user = server.newUser();
        var job = Job.confirmed(server, user, Photos.plain(), Photos.plain());
        assertThat(user.held()).isEqualTo(2);
        var answer = job.calls().cancel();
        assertThat(answer.orRefuse().path("canceled").asBoolean()).isTrue();
        assertThat(job.end().path("status").asString()).isEqualTo("canceled");
        assertThat(user.credits()).isEqualTo(10);
        assertThat(user.held()).isZero();
    }

    @Test
    void keepsWhatWasDeliveredAndReturnsTheRest() {
        var user = server.newUser();
        var rooms =
                Stream.generate(() -> Photos.room("kitchen_island")).limit(10).toArray(byte[][]::new);
        var job = Job.executed(server, user, Job.SAGE_WALLS, rooms);
        job.calls().cancel().orRefuse();
        var end = job.end();
        assertThat(end.path("status").asString()).isEqualTo("canceled");
        assertThat(end.path("download_urls").size()).isLessThan(10);
        assertThat(user.held()).isZero();
        assertThat(user.credits()).isEqualTo(10 - end.path("download_urls").size());
    }

    @Test
    void isRefusedTheSecondTime() {
        var user = server.newUser();
        var job = Job.uploaded(server, user, Photos.plain());
        job.calls().cancel().orRefuse();
        var again = job.calls().cancel();
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ALREADY_CANCELED");
    }
}
