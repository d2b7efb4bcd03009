package photoset.cpu.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import photoset.cpu.framing.Crop;
import photoset.cpu.products.Shot.Purpose;
import photoset.cpu.sets.SetPhoto;
import photoset.cpu.sets.SetPhotos;
import photoset.cpu.sheets.Box;
import photoset.imaging.Raster;
import photoset.workflows.sets.SetTemplate;

class ShotChoiceTest {
    /** Large, but cut by the left side of the photo. */
    private static final SetPhoto.Delivered CUT = SetPhotos.photo(0, 1200, 900, new Box(0, 200, 700, 600), 1);

    /** Small in a wide view. */
    private static final SetPhoto.Delivered FAR = SetPhotos.photo(1, 1200, 900, new Box(900, 100, 180, 160), 1);

    /** Whole and near, away from the middle, with a logo, a label and a handle. */
    private static final SetPhoto.Delivered WHOLE = SetPhotos.with(
            SetPhotos.photo(2, 1200, 900, new Box(560, 240, 600, 620), 1),
            Map.of(
                    "Logo", new Box(600, 280, 90, 90),
                    "Label_Text", new Box(900, 600, 160, 90),
                    "Parts", new Box(1060, 280, 90, 240)));

    private static final Box ACCESSORIES = new Box(100, 600, 300, 200);
    private static final SetPhoto.Delivered BOXED = SetPhotos.with(
            SetPhotos.photo(3, 1200, 900, new Box(450, 150, 400, 400), 1), Map.of("Accessories", ACCESSORIES));

    private static List<Sighting> sightings(SetPhoto.Delivered... photos) {
        var order = SetPhotos.order(SetTemplate.PRODUCT_PACK, List.of(photos));
        return ProductSurvey.of(order, ShotChoice.parts(), step -> {});
    }

    @Test
    void choosesByWhatThePhotosShow() {
        var shots = ShotChoice.of(sightings(CUT, FAR, WHOLE, BOXED));
        assertThat(shots)
                .extracting(Shot::purpose)
                .containsExactly(
                        Purpose.MAIN,
                        Purpose.DETAIL,
                        Purpose.DETAIL,
                        Purpose.DETAIL,
                        Purpose.DETAIL,
                        Purpose.IN_USE,
                        Purpose.PACKAGE);
        assertThat(shots.get(0).photo()).as("whole and near").isEqualTo(WHOLE);
        assertThat(shots.get(5).photo()).as("most surroundings").isEqualTo(FAR);
        assertThat(shots.get(6).photo()).as("with accessories").isEqualTo(BOXED);
        assertThat(shots.subList(1, 5)).extracting(Shot::because).contains("Logo", "Label_Text", "Parts");
    }

    @Test
    void everyShotContainsWhatItIsAbout() {
        var shots = ShotChoice.of(sightings(CUT, FAR, WHOLE, BOXED));
        for (var shot : shots) {
            var window = shot.crop().window();
            assertThat(window.around(shot.subject().box()))
                    .as("%s", shot.purpose())
                    .isEqualTo(window);
            assertThat(window.aspect()).isEqualTo(1);
        }
        var main = shots.getFirst().crop().window();
        assertThat(main.around(new Box(560, 240, 600, 620))).isEqualTo(main);
        var packaged = shots.getLast().crop().window();
        assertThat(packaged.around(ACCESSORIES)).isEqualTo(packaged);
    }

    @Test
    void detailsAreDifferentPlaces() {
        for (var sightings : List.of(sightings(WHOLE), sightings(CUT), sightings(CUT, FAR, WHOLE, BOXED))) {
            var details = ShotChoice.of(sightings).subList(1, 5);
            for (int i = 0; i < details.size(); i++) {
                for (int j = 0; j < i; j++) {
                    var one = details.get(i);
                    var other = details.get(j);
                    boolean same =
                            one.photo().equals(other.photo()) && one.crop().overlap(other.crop()) > .6;
                    assertThat(same)
                            .as("%s and %s", one.because(), other.because())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void onePhotoServesAllPurposesAndTheTableSaysSo() {
        var shots = ShotChoice.of(sightings(WHOLE));
        assertThat(shots).hasSize(7).allMatch(shot -> shot.photo().equals(WHOLE));
        assertThat(shots.getLast().because()).isEqualTo("the product; no package was found");
        assertThat(shots.get(5).crop().window().width())
                .as("more around it in use")
                .isGreaterThan(shots.getFirst().crop().window().width());
    }

    @Test
    void aPhotoWithoutMasksIsStillLookedAt() {
        var bare = new SetPhoto.Delivered(0, "", WHOLE.original(), WHOLE.designs(), Map.of(), null);
        var sighting = sightings(bare).getFirst();
        assertThat(sighting.segmented()).isFalse();
        assertThat(sighting.subject().box().x()).isBetween(500, 620);
        assertThat(ShotChoice.of(List.of(sighting)).getFirst().because()).isEqualTo("where there is most to see");
    }

    @Test
    void aGuessNeverLeavesThePhoto() {
        // Busy from border to border: nothing stands out.
        var busy = new SetPhoto.Delivered(0, "", () -> stripes(1280, 400), WHOLE.designs(), Map.of(), null);
        var sightings = sightings(busy);
        for (var shot : ShotChoice.of(sightings)) {
            assertThat(within(shot.crop())).as("%s", shot.purpose()).isTrue();
        }
        for (var size : ThumbnailSize.values()) {
            var crop = ThumbnailChoice.of(sightings, size).shaped(size.aspect());
            assertThat(within(crop)).as(size.file()).isTrue();
        }
    }

    private static boolean within(Crop crop) {
        return crop.photo().around(crop.window()).equals(crop.photo());
    }

    private static Raster stripes(int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / 3 % width / 16 % 2 * 200);
        }
        return new Raster(width, height, rgb);
    }

    @Test
    void everyThumbnailContainsTheProduct() {
        var sightings = sightings(CUT, FAR, WHOLE, BOXED);
        for (var size : ThumbnailSize.values()) {
            var shot = ThumbnailChoice.of(sightings, size);
            var window = shot.shaped(size.aspect()).window();
            assertThat(window.around(shot.subject().box())).as(size.file()).isEqualTo(window);
            assertThat(shot.photo()).as(size.file()).isNotEqualTo(CUT);
        }
        assertThat(ThumbnailSize.values()).hasSize(8);
    }
}
