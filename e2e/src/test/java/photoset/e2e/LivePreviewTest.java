package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import photoset.cli.client.ApiResponse;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Pixels;
import photoset.e2e.harness.Server;

/** A rule is looked at before it is paid for, and what is delivered is what was seen. */
class LivePreviewTest {
    /** What nobody tells apart. */
    private static final double DIFFERENCE_MAX = 1;

    private static final Duration PAINTED_MAX = Duration.ofMinutes(1);

    private final Server server = Server.shared();

    @Test
    void whatIsDeliveredIsWhatWasSeen() {
        var user = server.newProUser();
        var photo = Photos.room("kitchen_white");
        var job = Job.uploaded(server, user, photo);
        var early = preview(job, 0);
        assertThat(early.status() + " " + early.code()).isEqualTo("409 INVALID_TRANSITION");
        job.calls().confirm().orRefuse();
        var unseen = preview(job, 0);
        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.message()).contains("Wall", "/segment");

        user.client()
                .post(job.calls().path("/segment"), Map.of("concepts", List.of("Wall")))
                .orRefuse();
        Awaitility.await()
                .atMost(PAINTED_MAX)
                .until(() -> job.calls()
                        .state()
                        .at("/segmentation/status")
                        .asString("")
                        .equals("done"));
        long credits = user.credits();
        var seen = shown(job);
        assertThat(user.credits()).isEqualTo(credits);

        job.calls().execute(Job.SAGE_WALLS).orRefuse();
        var end = job.end();
        var delivered = job.result(end, 0);
        var wall = job.mask(0, "Wall");
        var before = new Pixels(photo, seen).reference(wall);
        var after = new Pixels(photo, delivered).reference(wall);
        assertThat(before.differenceTo(after)).isLessThanOrEqualTo(DIFFERENCE_MAX);
        assertThat(shown(job)).as("after the end").isEqualTo(seen);
    }

    private static byte[] shown(Job job) {
        var answer = Awaitility.await()
                .atMost(PAINTED_MAX)
                .until(() -> preview(job, 0), preview -> preview.status() != 202)
                .orRefuse();
        return job.server().client().download(URI.create(answer.path("url").asString()));
    }

    private static ApiResponse preview(Job job, int idx) {
        var body = new HashMap<String, Object>(Job.SAGE_WALLS);
        body.put("idx", idx);
        return job.user().client().post(job.calls().path("/previews"), body);
    }
}
