package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.e2e.harness.Color;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Pixels;
import photoset.e2e.harness.Server;

/** The main job: an album goes in, its walls come out in another colour, each photo paid once. */
class AlbumTest {
    private static final Color SAGE = Color.of(0xa9b5a0);

    /** What a viewer who looks from one to the other still takes for the same paint. */
    private static final double DIFFERENCE_MAX = 5;

    private final Server server = Server.shared();

    @Test
    void paintsTheWallsOfEveryRoomAndTakesOneCreditForEach() {
        var user = server.newProUser();
        long before = user.credits();
        byte[][] rooms = {Photos.room("kitchen_white"), Photos.room("living_tv"), Photos.room("bedroom_wardrobe")};
        var job = Job.executed(server, user, Job.SAGE_WALLS, rooms);
        var end = job.end();
        assertThat(end.path("status").asString()).isEqualTo("done");
        assertThat(end.path("done_items").asInt()).isEqualTo(3);
        for (int idx = 0; idx < rooms.length; idx++) {
            var pixels = new Pixels(rooms[idx], job.result(end, idx));
            var wall = job.mask(idx, "Wall");
            assertThat(pixels.count(wall, grey -> grey > 250))
                    .describedAs("wall pixels found in photo %d", idx)
                    .isGreaterThan(10_000);
            assertThat(pixels.reference(wall).differenceTo(SAGE))
                    .describedAs("difference of the wall of photo %d to the material", idx)
                    .isLessThanOrEqualTo(DIFFERENCE_MAX);
        }
        assertThat(user.credits()).isEqualTo(before - 3);
        assertThat(user.held()).isZero();
    }

    @Test
    void leavesProtectedPixelsAndEverythingElseBitIdentical() {
        var user = server.newProUser();
        // A PNG, because two JPEG decoders need not agree on the last bit.
        var room = Photos.asPng(Photos.room("kitchen_white"));
        var rule = new HashMap<>(Job.SAGE_WALLS);
        rule.put("protect", List.of("Cabinet", "Window"));
        var job = Job.executed(server, user, rule, room);
        var end = job.end();
        var pixels = new Pixels(room, job.result(end, 0));
        var kept = job.area(0, "protect");
        var cabinet = job.mask(0, "Cabinet");
        int inCabinet = pixels.count(cabinet, grey -> grey == 255);
        assertThat(inCabinet).isGreaterThan(1_000);
        assertThat(pixels.count(kept, grey -> grey > 0)).isGreaterThan(inCabinet / 2);
        assertThat(pixels.changed(kept, grey -> grey > 0)).isZero();
        assertThat(pixels.changed(cabinet, grey -> grey == 255))
                .as("where the edge is another than the model's")
                .isLessThan(inCabinet / 20);
        assertThat(pixels.changed(job.area(0, "rule"), grey -> grey == 0)).isZero();
        assertThat(pixels.changed(job.mask(0, "Wall"), grey -> grey > 250)).isGreaterThan(10_000);
    }

    @Test
    void deliversThreeOfFourWhenOnePhotoIsBrokenAndReturnsItsCredit() {
        var user = server.newUser();
        var photo = Photos.plain();
        var broken = Photos.truncated(Photos.room("study_sofa"));
        var end = Job.executed(server, user, Job.SAGE_WALLS, photo, broken, photo, photo)
                .end();
        assertThat(end.path("status").asString()).isEqualTo("done");
        assertThat(end.path("done_items").asInt()).isEqualTo(3);
        assertThat(end.path("failed_items").asInt()).isEqualTo(1);
        assertThat(end.path("download_urls")).hasSize(3);
        assertThat(Job.item(end, 1).path("status").asString()).isEqualTo("failed");
        assertThat(Job.item(end, 1).path("error").toString()).contains("UNREADABLE_PHOTO");
        assertThat(user.credits()).isEqualTo(7);
        assertThat(user.held()).isZero();
    }

    @Test
    void countsAConfirmationThatIsSentTwiceOnce() {
        var user = server.newUser();
        var job = Job.uploaded(server, user, Photos.plain(), Photos.plain());
        var first = job.calls().confirm().orRefuse();
        var second = job.calls().confirm();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.data()).isEqualTo(first);
        assertThat(user.held()).isEqualTo(2);
        assertThat(user.credits()).isEqualTo(8);
        job.calls().cancel().orRefuse();
    }
}
