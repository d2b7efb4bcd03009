package photoset.imaging.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Plane;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;

class InstanceDescriberTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 80;
    private static final LinearRgb WALL = new LinearRgb(.3f, .28f, .25f);
    private static final LinearRgb DAYLIGHT = new LinearRgb(1, 1, 1);

    /** A thing of two colors on a wall; its upper half has the second. */
    private record Painted(int left, int top, int width, int height, LinearRgb lower, LinearRgb upper) {
        Painted at(int x, int y) {
            return new Painted(x, y, width, height, lower, upper);
        }

        boolean covers(int x, int y) {
            return x >= left && x < left + width && y >= top && y < top + height;
        }

        LinearRgb color(int y) {
            return y < top + height / 2 ? upper : lower;
        }

        InstanceDescriptor under(LinearRgb light) {
            byte[] rgb = new byte[WIDTH * HEIGHT * 3];
            var mask = Mask.empty(WIDTH, HEIGHT);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                boolean covered = covers(i % WIDTH, i / WIDTH);
                var color = covered ? color(i / WIDTH) : WALL;
                rgb[3 * i] = Srgb.toByte(color.red() * light.red());
                rgb[3 * i + 1] = Srgb.toByte(color.green() * light.green());
                rgb[3 * i + 2] = Srgb.toByte(color.blue() * light.blue());
                mask.levels()[i] = (byte) (covered ? 255 : 0);
            }
            return new InstanceDescriber(new Raster(WIDTH, HEIGHT, rgb))
                    .describe(mask)
                    .orElseThrow();
        }
    }

    private static final Painted PICTURE =
            new Painted(30, 20, 30, 24, new LinearRgb(.5f, .1f, .1f), new LinearRgb(.1f, .2f, .5f));

    private static final Painted OTHER =
            new Painted(30, 20, 30, 24, new LinearRgb(.1f, .4f, .1f), new LinearRgb(.5f, .5f, .1f));

    @Test
    void exposureAndWhiteBalanceFallOut() {
        var bright = PICTURE.under(new LinearRgb(1.3f, 1.1f, .8f));
        var dark = PICTURE.under(new LinearRgb(.35f, .4f, .5f));

        assertThat(AppearanceDifference.CHROMA.between(bright, dark)).isLessThan(2);
        assertThat(AppearanceDifference.LIGHTNESS.between(bright, dark)).isLessThan(2);
        assertThat(AppearanceDifference.LAYOUT.between(bright, dark)).isLessThan(2);
    }

    @Test
    void otherColorsAreFarApart() {
        var one = PICTURE.under(DAYLIGHT);
        var other = OTHER.under(DAYLIGHT);

        assertThat(AppearanceDifference.CHROMA.between(one, other)).isGreaterThan(20);
        assertThat(AppearanceDifference.LAYOUT.between(one, other)).isGreaterThan(20);
        assertThat(AppearanceDifference.CHROMA.between(other, one))
                .isEqualTo(AppearanceDifference.CHROMA.between(one, other));
    }

    @Test
    void theSameColorsInAnotherLayoutDifferInLayoutAlone() {
        var turned =
                new Painted(30, 20, 30, 24, /* lower= */ PICTURE.upper(), /* upper= */ PICTURE.lower()).under(DAYLIGHT);
        var one = PICTURE.under(DAYLIGHT);

        assertThat(AppearanceDifference.CHROMA.between(one, turned)).isLessThan(1);
        assertThat(AppearanceDifference.LAYOUT.between(one, turned)).isGreaterThan(20);
    }

    @Test
    void whatIsBurntOutInOnePhotoIsNotTakenForAnotherThing() {
        var lamp = new Painted(30, 20, 30, 24, new LinearRgb(.7f, .7f, .7f), new LinearRgb(.6f, .6f, .6f));

        var burnt = lamp.under(new LinearRgb(2, 2, 2));
        var exposed = lamp.under(new LinearRgb(.8f, .8f, .8f));

        assertThat(AppearanceDifference.LIGHTNESS.between(burnt, exposed)).isLessThan(3);
    }

    @Test
    void aThingThatIsCutIsComparedByItsPart() {
        var whole = PICTURE.under(DAYLIGHT);
        var cut = PICTURE.at(WIDTH - 15, 30).under(DAYLIGHT);

        assertThat(cut.isCut()).isTrue();
        assertThat(whole.isCut()).isFalse();
        assertThat(AppearanceDifference.LAYOUT.between(whole, cut)).isNaN();
        assertThat(AppearanceDifference.PART.between(whole, cut)).isLessThan(3);
        assertThat(AppearanceDifference.PART.between(OTHER.under(DAYLIGHT), cut))
                .isGreaterThan(20);
    }

    @Test
    void saysWhereTheInstanceLies() {
        var look = PICTURE.under(DAYLIGHT);

        assertThat(look.left()).isCloseTo(30.0 / WIDTH, within(.001));
        assertThat(look.top()).isCloseTo(20.0 / HEIGHT, within(.001));
        assertThat(look.width()).isCloseTo(30.0 / WIDTH, within(.001));
        assertThat(look.height()).isCloseTo(24.0 / HEIGHT, within(.001));
        assertThat(look.photoAspect()).isCloseTo(1.5, within(.001));
    }

    @Test
    void aMaskOfNothingHasNoLook() {
        var describer = new InstanceDescriber(new Raster(4, 3, new byte[36]));

        assertThat(describer.describe(Mask.empty(400, 300))).isEmpty();
    }

    @Test
    void anInstanceThatFillsThePhotoHasALookToo() {
        var all = new Painted(0, 0, WIDTH, HEIGHT, PICTURE.lower(), PICTURE.upper());

        assertThat(AppearanceDifference.CHROMA.between(all.under(DAYLIGHT), all.under(DAYLIGHT)))
                .isZero();
    }

    @Test
    void staysBelowAKilobyteWithAllFeaturesAndComesBackFromText() {
        var features = new float[InstanceDescriptor.FEATURES_MAX];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) Math.sin(i);
        }
        byte[] full = new byte[12];
        Arrays.fill(full, (byte) -1);
        var look = new InstanceDescriber(new Raster(2, 2, full))
                .describe(new Mask(2, 2, new byte[] {-1, -1, -1, -1}), features)
                .orElseThrow();

        assertThat(look.encoded()).hasSizeLessThanOrEqualTo(1024);
        var read = InstanceDescriptor.of(look.encoded());
        assertThat(read).isEqualTo(look).hasSameHashCodeAs(look);
        assertThat(AppearanceDifference.FEATURES.between(look, read)).isCloseTo(0, within(1e-3));
        assertThat(AppearanceDifference.FEATURES.between(look, PICTURE.under(DAYLIGHT)))
                .isNaN();
    }

    @Test
    void refusesWhatIsNoDescriptor() {
        assertThatThrownBy(() -> InstanceDescriptor.of("AAAA")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InstanceDescriptor.of("no base 64!")).isInstanceOf(IllegalArgumentException.class);
        var old = PICTURE.under(DAYLIGHT).encoded().replaceFirst("^A.", "Bg");
        assertThatThrownBy(() -> InstanceDescriptor.of(old)).hasMessageContaining("describe the instance again");
        assertThatThrownBy(() -> new InstanceDescriber(new Raster(1, 1, new byte[3]))
                        .describe(new Mask(1, 1, new byte[] {-1}), new float[InstanceDescriptor.FEATURES_MAX + 1]))
                .hasMessageContaining("at most 512");
    }

    @Test
    void featuresArePooledUnderTheMask() {
        var left = new Plane(2, 1, new float[] {4, 8});
        var right = new Plane(2, 1, new float[] {-1, 1});
        var mask = new Mask(4, 2, new byte[] {-1, -1, -1, 0, -1, -1, -1, 0});

        float[] pooled = FeaturePooling.mean(List.of(left, right), mask);

        assertThat(pooled[0]).isCloseTo((4 * 4 + 2 * 8) / 6f, within(1e-5f));
        assertThat(pooled[1]).isCloseTo((-4 + 2) / 6f, within(1e-5f));
        assertThat(FeaturePooling.mean(List.of(left), Mask.empty(4, 2))).containsExactly(0);
    }
}
