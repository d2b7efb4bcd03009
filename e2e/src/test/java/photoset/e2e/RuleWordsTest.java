package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import photoset.e2e.harness.Color;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Pixels;
import photoset.e2e.harness.Server;

/** What is said is what is delivered. */
class RuleWordsTest {
    private static final Color SAGE = Color.of(0xa9b5a0);

    /** What a viewer who looks from one to the other still takes for the same paint. */
    private static final double DIFFERENCE_MAX = 5;

    private final Server server = Server.shared();

    @Test
    void aLineOfKoreanPaintsTheWall() {
        var user = server.newUser();
        var parsed = user.client()
                .post("/rules/parse", Map.of("preset", "interior", "text", "벽은 세이지로 칠하고 창문은 그대로"))
                .orRefuse();
        assertThat(parsed.path("unknown")).isEmpty();
        var rule = parsed.path("rule");
        var room = Photos.room("kitchen_white");
        var job = Job.executed(
                server, user, Map.of("concepts", rule.path("concepts"), "protect", rule.path("protect")), room);
        var end = job.end();

        assertThat(end.path("status").asString()).isEqualTo("done");
        var wall = job.mask(0, "Wall");
        assertThat(new Pixels(room, job.result(end, 0)).reference(wall).differenceTo(SAGE))
                .isLessThanOrEqualTo(DIFFERENCE_MAX);
    }
}
