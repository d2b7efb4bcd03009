package photoset.cpu.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/** Things on surfaces whose truth is known. */
class RemovalTest {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 160;
    private static final int[] THING = {200, 40, 30};
    private static final int[] GREEN = {20, 160, 40};

    private interface Surface {
        double at(int x, int y);
    }

    private static Raster photo(Surface surface, double noise) {
        var random = new Random(3);
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double level = surface.at(i % WIDTH, i / WIDTH) + noise * random.nextGaussian();
            for (int channel = 0; channel < 3; channel++) {
                rgb[3 * i + channel] = (byte) Math.clamp(Math.round(level - 6 * channel), 0, 255);
            }
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    private static double plain(int x, int y) {
        return 120 + .3 * x + .1 * y;
    }

    private static double tiles(int x, int y) {
        return x % 20 < 2 || y % 20 < 2 ? 90 : 170 + .1 * x;
    }

    private static Mask box(int left, int top, int width, int height) {
        var mask = Mask.empty(WIDTH, HEIGHT);
        for (int y = top; y < top + height; y++) {
            Arrays.fill(mask.levels(), y * WIDTH + left, y * WIDTH + left + width, (byte) 255);
        }
        return mask;
    }

    private static Raster with(Raster photo, Mask thing, int[] color) {
        var shown = photo.copy();
        for (int i = 0; i < photo.pixels(); i++) {
            for (int channel = 0; thing.levels()[i] != 0 && channel < 3; channel++) {
                shown.rgb()[3 * i + channel] = (byte) color[channel];
            }
        }
        return shown;
    }

    private static Removed without(Raster photo, Mask thing, Mask... kept) {
        return Removal.of(new RemovalOrder(photo, List.of(thing), List.of(kept), List.of()), () -> {});
    }

    private static double median(Raster one, Raster other, Mask where) {
        return difference(one, other, where, .5);
    }

    /** Nine of ten differ by less. */
    private static double farthest(Raster one, Raster other, Mask where) {
        return difference(one, other, where, .9);
    }

    private static double difference(Raster one, Raster other, Mask where, double share) {
        double[] differences = new double[one.pixels()];
        int count = 0;
        for (int i = 0; i < one.pixels(); i++) {
            if (where.levels()[i] != 0) {
                differences[count++] = ColorDifference.ciede2000(Lab.of(one.at(i)), Lab.of(other.at(i)));
            }
        }
        Arrays.sort(differences, 0, count);
        return differences[(int) (share * count)];
    }

    private static boolean isLike(Raster photo, int pixel, int[] color) {
        int away = 0;
        for (int channel = 0; channel < 3; channel++) {
            away = Math.max(away, Math.abs((photo.rgb()[3 * pixel + channel] & 255) - color[channel]));
        }
        return away < 60;
    }

    /** The gap between two doors, darker where no window is mirrored in them. */
    private static double doors(int x, int y) {
        double gap = Math.clamp(1.5 - Math.abs(x - 118 - .05 * y), 0, 1) * (y < 60 ? 30 : 120);
        return 200 + .1 * x + 40 * Math.clamp((70 - y) / 6.0, 0, 1) - gap;
    }

    @Test
    void aGapGoesOnFromOneSideOfAThingToTheOther() {
        var truth = photo(RemovalTest::doors, 1);
        var handles = box(95, 45, 50, 60);

        var filled = without(with(truth, handles, THING), handles).photo();

        for (int y = 75; y < 105; y++) {
            int x = (int) Math.round(118 + .05 * y);
            int at = 3 * (y * WIDTH + x);
            int gap = Math.min(filled.rgb()[at - 3] & 255, filled.rgb()[at] & 255);
            assertThat(gap).isLessThan(140);
        }
    }

    @Test
    void theLightOfAPlainWallGoesOn() {
        var truth = photo(RemovalTest::plain, 1.5);
        var thing = box(100, 60, 30, 40);

        assertThat(median(without(with(truth, thing, THING), thing).photo(), truth, thing))
                .isLessThan(1.5);
    }

    @Test
    void aPatternKeepsItsCourse() {
        var truth = photo(RemovalTest::tiles, 1);
        var thing = box(95, 55, 45, 38);

        assertThat(median(without(with(truth, thing, THING), thing).photo(), truth, thing))
                .isLessThan(2);
    }

    private static double skirting(int x, int y) {
        double top = 70 + .15 * x;
        return y < top ? 170 : y < top + 7 ? 60 : 110;
    }

    /** Neither the wall nor the floor has a pattern, and a move that shows both shows the whole hole. */
    @Test
    void anEdgeBetweenTwoPlainSurfacesGoesOn() {
        var truth = photo(RemovalTest::skirting, 1);
        var thing = box(90, 60, 56, 60);

        assertThat(farthest(without(with(truth, thing, THING), thing).photo(), truth, thing))
                .isLessThan(2);
    }

    @Test
    void theGrainIsThatOfTheSurface() {
        var truth = photo(RemovalTest::plain, 4);
        var thing = box(100, 60, 40, 40);
        var filled = without(with(truth, thing, THING), thing).photo();

        assertThat(grain(filled, thing)).isBetween(.8 * grain(truth, thing), 1.25 * grain(truth, thing));
    }

    private static double grain(Raster photo, Mask where) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < photo.pixels() - 1; i++) {
            if (where.levels()[i] != 0 && where.levels()[i + 1] != 0) {
                double step = (photo.rgb()[3 * i] & 255) - (photo.rgb()[3 * i + 3] & 255);
                sum += step * step;
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    @Test
    void theSamePhotoIsFilledInTheSameWay() {
        var thing = box(95, 55, 45, 38);
        var photo = with(photo(RemovalTest::tiles, 3), thing, THING);

        assertThat(without(photo, thing).photo().rgb())
                .isEqualTo(without(photo.copy(), thing).photo().rgb());
    }

    @Test
    void whatIsProtectedIsNeitherFilledNorCopied() {
        var thing = box(95, 55, 45, 38);
        // It lies over the thing's corner, and beside it, where a copy would be taken first.
        var green = box(130, 40, 30, 80);
        var photo = with(with(photo(RemovalTest::plain, 2), thing, THING), green, GREEN);
        var filled = without(photo, thing, green);

        for (int i = 0; i < photo.pixels(); i++) {
            if (green.levels()[i] != 0) {
                assertThat(filled.photo().same(photo, i)).isTrue();
            } else {
                assertThat(isLike(filled.photo(), i, GREEN)).isFalse();
            }
        }
    }

    @Test
    void nothingBeyondTheHoleChanges() {
        var thing = box(95, 55, 45, 38);
        var photo = with(photo(RemovalTest::tiles, 2), thing, THING);
        var filled = without(photo, thing);

        assertThat(filled.filled().getFirst().count(1)).isGreaterThan(thing.count(1));
        for (int i = 0; i < photo.pixels(); i++) {
            assertThat(filled.filled().getFirst().levels()[i] != 0
                            || filled.photo().same(photo, i))
                    .isTrue();
        }
    }

    @Test
    void aPaintedSurfaceGoesOnBehindTheThing() {
        var thing = box(100, 60, 30, 40);
        var wall = box(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < wall.levels().length; i++) {
            wall.levels()[i] = thing.levels()[i] == 0 ? wall.levels()[i] : 0;
        }
        var photo = with(photo(RemovalTest::plain, 1), thing, THING);
        var removed = Removal.of(new RemovalOrder(photo, List.of(thing), List.of(), List.of(wall)), () -> {});

        assertThat(removed.painted().getFirst().count(255)).isEqualTo((long) WIDTH * HEIGHT);
        assertThat(wall.count(1)).isLessThan((long) WIDTH * HEIGHT);
    }

    @Test
    void tooMuchOfAPhotoIsRefused() {
        var thing = box(20, 20, 100, 60);
        assertThatThrownBy(() -> without(photo(RemovalTest::plain, 1), thing))
                .isInstanceOf(RemovalRefused.class)
                .hasMessageContaining("16 % of the photo; at most 12 %");
    }

    @Test
    void tooMuchOfASurfaceIsRefused() {
        var thing = box(100, 60, 40, 40);
        var tag = box(92, 52, 56, 56);
        var order = new RemovalOrder(photo(RemovalTest::plain, 1), List.of(thing), List.of(), List.of(tag));
        assertThatThrownBy(() -> Removal.of(order, () -> {}))
                .isInstanceOf(RemovalRefused.class)
                .hasMessageContaining("of the surface that it lies on");
    }

    @Test
    void whereEverythingAroundIsProtectedNothingCanBeFilled() {
        var thing = box(100, 60, 30, 30);
        var around = box(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < around.levels().length; i++) {
            around.levels()[i] = thing.levels()[i] == 0 ? around.levels()[i] : 0;
        }
        assertThatThrownBy(() -> without(photo(RemovalTest::plain, 1), thing, around))
                .isInstanceOf(RemovalRefused.class);
    }

    /** Together they are filled in the small, so that no number of them takes minutes. */
    @Test
    void manyThingsAreFilledFromAroundEachOfThem() {
        int many = 8;
        var thing = box(90, 60, 60, 40);
        var truth = photo(RemovalTest::tiles, 2);
        var photo = new Raster(
                many * WIDTH, many * HEIGHT, repeated(with(truth, thing, THING).rgb(), 3, many));
        var things = new Mask(photo.width(), photo.height(), repeated(thing.levels(), 1, many));
        var wanted = new Raster(photo.width(), photo.height(), repeated(truth.rgb(), 3, many));

        assertThat(median(without(photo, things).photo(), wanted, things)).isLessThan(2);
    }

    private static byte[] repeated(byte[] levels, int channels, int many) {
        byte[] all = new byte[many * many * levels.length];
        int row = WIDTH * channels;
        for (int at = 0; at < all.length; at += row) {
            System.arraycopy(levels, at / row / many % HEIGHT * row, all, at, row);
        }
        return all;
    }

    @Test
    void anEmptyMaskRemovesNothing() {
        var photo = photo(RemovalTest::plain, 1);
        assertThat(without(photo, Mask.empty(WIDTH, HEIGHT)).photo().rgb()).isEqualTo(photo.rgb());
    }
}
