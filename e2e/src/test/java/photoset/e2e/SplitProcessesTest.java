package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Pixels;
import photoset.e2e.harness.SplitProcesses;

/** The main job with every process on its own, as in production. */
class SplitProcessesTest {
    @Test
    void deliverAnAlbumTogether() throws IOException {
        try (var server = SplitProcesses.start()) {
            var user = server.newUser();
            var room = Photos.room("kitchen_white");
            var job = Job.executed(server, user, Job.SAGE_WALLS, room, Photos.truncated(room), room);
            var end = job.end();
            assertThat(end.path("status").asString()).isEqualTo("done");
            assertThat(end.path("done_items").asInt()).isEqualTo(2);
            var pixels = new Pixels(room, job.result(end, 2));
            assertThat(pixels.changed(job.mask(2, "Wall"), grey -> grey > 250)).isGreaterThan(10_000);
            assertThat(user.credits()).isEqualTo(8);
            assertThat(user.held()).isZero();
        }
    }
}
