package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import photoset.e2e.harness.Color;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Pixels;
import photoset.e2e.harness.Server;
import tools.jackson.databind.json.JsonMapper;

/** An album as three designs: each photo is looked at once, painted three times, and each picture is paid. */
class VariantsTest {
    private static final Map<String, Color> WALLS =
            Map.of("modern", Color.of(0x1f3a5f), "natural", Color.of(0xa9b5a0), "hotel", Color.of(0xc8a27c));

    /** What a viewer who looks from one to the other still takes for the same paint. */
    private static final double DIFFERENCE_MAX = 5;

    private final Server server = Server.shared();

    private static Map<String, Object> variant(String id, String color) {
        return Map.of(
                "id",
                id,
                "concepts",
                Map.of("Wall", Map.of("action", "recolor", "value", color)),
                "protect",
                List.of());
    }

    private static final Map<String, Object> THREE = Map.of(
            "variants",
            List.of(variant("modern", "#1f3a5f"), variant("natural", "#a9b5a0"), variant("hotel", "#c8a27c")));

    @Test
    void paintsTwoRoomsInThreeColoursAndTakesSixCredits() {
        var user = server.newProUser();
        long before = user.credits();
        byte[][] rooms = {Photos.room("kitchen_white"), Photos.room("living_tv")};
        var job = Job.executed(server, user, THREE, rooms);
        var end = job.end();

        assertThat(end.path("status").asString()).isEqualTo("done");
        assertThat(end.path("done_items").asInt()).isEqualTo(2);
        assertThat(end.path("download_urls")).hasSize(6);
        for (int idx = 0; idx < rooms.length; idx++) {
            var masks = new HashSet<String>();
            for (var variant : WALLS.keySet()) {
                var shown = new Pixels(rooms[idx], job.result(end, idx, variant)).reference(job.mask(idx, "Wall"));
                assertThat(shown.differenceTo(WALLS.get(variant)))
                        .describedAs("difference of the wall of photo %d in %s", idx, variant)
                        .isLessThanOrEqualTo(DIFFERENCE_MAX);
                var manifest = JsonMapper.shared().readTree(job.stored("manifests", variant + "/" + idx + ".json"));
                assertThat(manifest.path("variant").asString()).isEqualTo(variant);
                masks.add(manifest.path("masks_sha256").toString());
            }
            assertThat(masks).describedAs("masks of photo %d", idx).hasSize(1);
        }
        assertThat(end.path("credits").path("captured").asInt()).isEqualTo(6);
        assertThat(user.credits()).isEqualTo(before - 6);
        assertThat(user.held()).isZero();
    }

    @Test
    void refusesVariantsThatTheAccountCannotPayAndWaitsForAnotherRule() {
        var user = server.newUser();
        var photo = Photos.plain();
        var job = Job.confirmed(server, user, photo, photo, photo, photo);

        var refused = job.calls().execute(THREE);

        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.code()).isEqualTo("INSUFFICIENT_CREDITS");
        assertThat(job.calls().state().path("status").asString()).isEqualTo("uploaded");
        assertThat(user.held()).isEqualTo(4);
        assertThat(user.credits()).isEqualTo(6);
        job.calls().cancel().orRefuse();
    }
}
