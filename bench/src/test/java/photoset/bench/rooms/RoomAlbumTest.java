package photoset.bench.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import photoset.bench.rooms.RoomView.SeenFixture;

class RoomAlbumTest {
    private static final int WIDTH = 120;

    @Test
    void theSameSeedGivesTheSameBytes() {
        var one = RoomAlbum.render(3, 1, 2, WIDTH);
        var again = RoomAlbum.render(3, 1, 2, WIDTH);

        assertThat(one.getLast().photo().rgb())
                .isEqualTo(again.getLast().photo().rgb());
        assertThat(ids(one)).isEqualTo(ids(again));
        assertThat(RoomAlbum.render(4, 1, 2, WIDTH).getLast().photo().rgb())
                .isNotEqualTo(one.getLast().photo().rgb());
    }

    @Test
    void aPixelShowsOneThing() {
        for (var view : RoomAlbum.render(5, 2, 4, WIDTH)) {
            for (int i = 0; i < view.photo().pixels(); i++) {
                int pixel = i;
                assertThat(view.seen().stream()
                                .filter(seen -> seen.mask().at(pixel) > 0)
                                .count())
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void thingsAreSeenFromSeveralSides() {
        var often = ids(RoomAlbum.render(6, 1, 8, 2 * WIDTH)).stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));

        assertThat(often.values()).anyMatch(count -> count >= 3);
        assertThat(often).hasSizeGreaterThan(5);
    }

    private static List<List<Integer>> ids(List<RoomView> album) {
        return album.stream()
                .map(view -> view.seen().stream().map(SeenFixture::id).toList())
                .toList();
    }
}
