package photoset.cpu.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.cpu.sheets.Box;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

class CropTest {
    private static final Box PHOTO = new Box(0, 0, 1200, 900);

    @Test
    void alwaysContainsTheSubjectAndKeepsTheShape() {
        var random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            var photo = new Box(0, 0, 200 + random.nextInt(2000), 200 + random.nextInt(2000));
            int x = random.nextInt(photo.width() - 10);
            int y = random.nextInt(photo.height() - 10);
            var box = new Box(x, y, 1 + random.nextInt(photo.width() - x), 1 + random.nextInt(photo.height() - y));
            double aspect = Math.exp(random.nextDouble(-1.2, 1.2));
            double fill = random.nextDouble(.2, .95);
            var window = Crop.around(new Subject(box, photo, .5), aspect, fill).window();

            assertThat(window.around(box)).as("%s in %s", box, window).isEqualTo(window);
            assertThat(window.aspect() / aspect).isCloseTo(1, within(2.0 / Math.min(window.width(), window.height())));
            boolean possible = box.width() <= Math.min(photo.width(), photo.height() * aspect)
                    && box.height() <= Math.min(photo.height(), photo.width() / aspect);
            if (possible) {
                assertThat(grown(photo).around(window)).isEqualTo(grown(photo));
            }
        }
    }

    /** Rounding may cost a pixel. */
    private static Box grown(Box box) {
        return box.inset(-1);
    }

    @Test
    void doesNotCropByTheMiddle() {
        var subject = new Subject(new Box(40, 600, 200, 200), PHOTO, .05);
        var window = Crop.around(subject, 1, .8).window();
        assertThat(window.around(subject.box())).isEqualTo(window);
        assertThat(window).isEqualTo(new Box(15, 575, 250, 250));
    }

    @Test
    void cutsTheSamePlaceOutOfASmallerPicture() {
        var picture = new Raster(400, 300, new byte[400 * 300 * 3]);
        picture.rgb()[(250 * 400 + 50) * 3] = (byte) 255;
        var crop = Crop.around(new Subject(new Box(100, 700, 100, 100), PHOTO, .01), 1, 1);
        var cut = crop.cut(picture, 33, 33);
        assertThat(max(cut)).isGreaterThan(100);
    }

    private static int max(Raster raster) {
        int max = 0;
        for (byte value : raster.rgb()) {
            max = Math.max(max, value & 255);
        }
        return max;
    }

    @Test
    void aPlainBackdropGoesOnWithoutASeam() {
        byte[] rgb = new byte[300 * 100 * 3];
        Arrays.fill(rgb, (byte) 200);
        for (int y = 10; y < 90; y++) {
            Arrays.fill(rgb, (y * 300 + 20) * 3, (y * 300 + 280) * 3, (byte) 40);
        }
        var subject = new Subject(new Box(20, 10, 260, 80), new Box(0, 0, 300, 100), .7);
        var cut = Crop.around(subject, .5, .9).cut(new Raster(300, 100, rgb), 200, 400);
        assertThat(cut.rgb()[0] & 255).isEqualTo(200);
        assertThat(cut.rgb()[cut.rgb().length - 1] & 255).isEqualTo(200);
        int dark = 0;
        for (int y = 0; y < 400; y++) {
            dark += (cut.rgb()[(y * 200 + 100) * 3] & 255) < 100 ? 1 : 0;
        }
        assertThat(dark).isBetween(50, 62);
    }

    @Test
    void specksDoNotCountAsSubject() {
        var mask = Mask.empty(1000, 800);
        paint(mask, new Box(600, 300, 200, 150));
        paint(mask, new Box(5, 5, 6, 6));
        var subject = Subject.of(mask).orElseThrow();
        assertThat(subject.box().around(new Box(600, 300, 200, 150))).isEqualTo(subject.box());
        assertThat(subject.box().x()).isGreaterThan(590);
        assertThat(subject.cutSides()).isZero();
        assertThat(Subject.of(Mask.empty(50, 50))).isEmpty();
    }

    @Test
    void twoPiecesAreOneSubjectAndTheLargerIsKnown() {
        var mask = Mask.empty(400, 300);
        paint(mask, new Box(0, 50, 100, 100));
        paint(mask, new Box(300, 200, 60, 60));
        var whole = Subject.of(mask).orElseThrow();
        assertThat(whole.box().right()).isBetween(360, 362);
        assertThat(whole.cutSides()).isEqualTo(1);
        assertThat(Subject.largestOf(mask).orElseThrow().box().right()).isBetween(100, 102);
    }

    private static void paint(Mask mask, Box box) {
        for (int y = box.y(); y < box.bottom(); y++) {
            Arrays.fill(mask.levels(), y * mask.width() + box.x(), y * mask.width() + box.right(), (byte) 255);
        }
    }

    @Test
    void findsWhatStandsOutWithoutAMask() {
        byte[] rgb = new byte[800 * 600 * 3];
        Arrays.fill(rgb, (byte) 128);
        var random = new Random(3);
        for (int y = 400; y < 560; y++) {
            for (int x = 560; x < 760; x++) {
                rgb[(y * 800 + x) * 3 + 1] = (byte) (random.nextInt(4) * 80);
            }
        }
        var box = Subject.byDetail(new Raster(800, 600, rgb)).box();
        assertThat(box.x()).isBetween(540, 600);
        assertThat(box.y()).isBetween(380, 430);
        assertThat(Subject.byDetail(new Raster(30, 20, new byte[1800])).box()).isEqualTo(new Box(9, 4, 11, 11));
    }
}
