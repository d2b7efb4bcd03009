package photoset.cpu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstanceIdentitiesTest {
    private static final String RED = "#c03020";
    private static final String BLUE = "#2030c0";
    private static final String GREEN = "#209040";
    private static final String WHITE = "#e0e0e0";

    private static List<String> named(PaintedWall... photos) {
        return new InstanceIdentities().named(album(photos));
    }

    private static List<ObservedInstance> album(PaintedWall... photos) {
        return Stream.of(photos).flatMap(photo -> photo.sightings().stream()).toList();
    }

    @Test
    void oneThingHasOneNameInEveryPhoto() {
        assertThat(named(
                        new PaintedWall(0, 1).with("Picture", RED, 20).with("Picture", BLUE, 120),
                        new PaintedWall(1, .6).with("Picture", BLUE, 60).with("Picture", GREEN, 160),
                        new PaintedWall(2, 1.2).with("Picture", GREEN, 100).with("Picture", BLUE, 10)))
                .containsExactly("Picture-1", "Picture-2", "Picture-2", "Picture-3", "Picture-3", "Picture-2");
    }

    @Test
    void numbersGoFromLeftToRightAndByConcept() {
        assertThat(named(new PaintedWall(3, 1)
                        .with("Window", WHITE, 150)
                        .with("Door", RED, 60)
                        .with("Window", WHITE, 20)))
                .containsExactly("Window-2", "Door-1", "Window-1");
    }

    @Test
    void twoThingsOfAPhotoNeverShareAName() {
        var album = album(
                new PaintedWall(0, 1)
                        .with("Window", WHITE, 20)
                        .with("Window", WHITE, 60)
                        .with("Window", WHITE, 100),
                new PaintedWall(1, .8).with("Window", WHITE, 10).with("Window", WHITE, 90),
                new PaintedWall(2, .9).with("Window", WHITE, 100).with("Window", WHITE, 140));
        var names = new InstanceIdentities().named(album);

        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            assertThat(seen.add(album.get(i).photo() + names.get(i)))
                    .as(names.toString())
                    .isTrue();
        }
    }

    @Test
    void twinsAreToldApartByWhatIsBesideThem() {
        assertThat(named(
                        new PaintedWall(0, 1)
                                .with("Window", WHITE, 20)
                                .with("Window", WHITE, 80)
                                .with("Door", RED, 140)
                                .with("Picture", BLUE, 190),
                        new PaintedWall(1, .7)
                                .with("Window", WHITE, 30)
                                .with("Door", RED, 90)
                                .with("Picture", BLUE, 140)))
                .containsExactly("Window-1", "Window-2", "Door-1", "Picture-1", "Window-2", "Door-1", "Picture-1");
    }

    @Test
    void whatMayBeEitherOfTwoGetsANameOfItsOwn() {
        assertThat(named(
                        new PaintedWall(0, 1).with("Window", WHITE, 40).with("Window", WHITE, 140),
                        new PaintedWall(1, 1).with("Window", WHITE, 90)))
                .containsExactly("Window-1", "Window-2", "Window-3");
    }

    @Test
    void theOrderOfTheSightingsChangesNothing() {
        var album = new ArrayList<>(album(
                new PaintedWall(0, 1)
                        .with("Picture", RED, 20)
                        .with("Picture", BLUE, 120)
                        .with("Door", GREEN, 180),
                new PaintedWall(1, .6).with("Picture", BLUE, 60).with("Door", GREEN, 130),
                new PaintedWall(2, 1.2).with("Door", GREEN, 100).with("Picture", RED, 10)));
        var expected = nameBySighting(album);

        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(album, new Random(seed));
            assertThat(nameBySighting(album)).isEqualTo(expected);
        }
    }

    private static Map<ObservedInstance, String> nameBySighting(List<ObservedInstance> album) {
        var names = new InstanceIdentities().named(album);
        Map<ObservedInstance, String> found = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            found.put(album.get(i), names.get(i));
        }
        return found;
    }

    @Test
    void ofTooManyOnesTheSmallerGetNamesOfTheirOwn() {
        var wall = new PaintedWall(0, 1);
        for (int i = 0; i < InstanceIdentities.PER_PHOTO_MAX + 20; i++) {
            wall.with("Handle", WHITE, i);
        }
        var album = Stream.of(wall.sightings(), wall.with("Handle", RED, 205).sightings())
                .flatMap(List::stream)
                .toList();

        assertThat(new InstanceIdentities().named(album)).hasSize(album.size()).doesNotHaveDuplicates();
    }

    @Test
    void anAlbumOfNothingHasNoNames() {
        assertThat(new InstanceIdentities().named(List.of())).isEmpty();
    }
}
