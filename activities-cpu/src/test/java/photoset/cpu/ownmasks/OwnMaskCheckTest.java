package photoset.cpu.ownmasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.testing.TestActivityEnvironment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.activities.Attempts;
import photoset.activities.Surroundings;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.instances.PhotoInstances;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.png.GreyPng;
import photoset.imaging.regions.LabelMap;
import photoset.objects.ObjectStore;
import photoset.objects.S3Server;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.ownmasks.CheckedMask;
import photoset.workflows.ownmasks.MaskCheck;
import photoset.workflows.ownmasks.MaskLimits;
import photoset.workflows.ownmasks.MaskPart;
import photoset.workflows.ownmasks.MaskRequest;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.InstanceBox;

class OwnMaskCheckTest {
    private static final ObjectKeys KEYS = new ObjectKeys(new UserId("u"), new JobId("j"));
    private static final ImageCodec CODEC = ImageCodecs.find(null);

    /** Of the photo: an odd shape, so that half of it is no whole number of pixels. */
    private static final int WIDTH = 601;

    private static final int HEIGHT = 401;

    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
    private final Attempts attempts = new Attempts(Duration.ofMinutes(1), new Surroundings(Map.of()));
    private S3Server server;
    private ObjectStore store;
    private MaskCheck check;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = S3Server.in(folder);
        store = server.store();
        temporal.registerActivitiesImplementations(new OwnMaskCheck(store, CODEC, attempts));
        check = temporal.newActivityStub(MaskCheck.class);
    }

    @AfterEach
    void stop() {
        attempts.close();
        temporal.close();
        server.close();
    }

    /** Two squares, the left one larger. */
    private static Mask squares(int width, int height) {
        var mask = Mask.empty(width, height);
        fill(mask, width / 10, height / 10, width / 2);
        fill(mask, width * 3 / 4, height / 10, width / 10);
        return mask;
    }

    private static void fill(Mask mask, int left, int top, int side) {
        for (int y = top; y < top + side; y++) {
            Arrays.fill(mask.levels(), y * mask.width() + left, y * mask.width() + left + side, (byte) 255);
        }
    }

    private CheckedMask checked(byte[] file, Concept.Kind kind) {
        var key = KEYS.maskUpload(0, "Lamp");
        store.put(key, file, "image/png");
        var version = store.version(key).orElseThrow();
        return check.check(new MaskRequest(
                KEYS.user(),
                KEYS.job(),
                0,
                WIDTH,
                HEIGHT,
                new Concept("Lamp", "lamp", kind),
                3,
                version.etag(),
                version.bytes()));
    }

    private String refusal(byte[] file) {
        return checked(file, Concept.Kind.STUFF) instanceof CheckedMask.Unfit unfit ? unfit.reason() : "fit";
    }

    @Test
    void liesAtThePhotosSizeWithItsPartsAndLabels() {
        var checked = checked(GreyPng.encode(squares(300, 200)), Concept.Kind.INSTANCE);

        assertThat(checked).isInstanceOfSatisfying(CheckedMask.Fit.class, fit -> {
            assertThat(fit.parts()).extracting(MaskPart::label).containsExactly(1, 2);
            assertThat(fit.parts().getFirst().area()).isBetween(300L * 300 - 1500, 300L * 300 + 1500);
            assertThat(fit.area())
                    .isEqualTo(fit.parts().stream().mapToLong(MaskPart::area).sum());
        });
        var mask = CODEC.readMask(store.get(KEYS.ownMask(0, "Lamp", 3), S3Server.ANY_LENGTH));
        assertThat(mask.width() + "x" + mask.height()).isEqualTo(WIDTH + "x" + HEIGHT);
        var file = store.get(KEYS.ownInstances(0, "Lamp", 3), S3Server.ANY_LENGTH);
        LabelMap labels = PhotoInstances.read(file).labels("Lamp", WIDTH, HEIGHT);
        assertThat(labels.at(100, 100)).isEqualTo(1);
        assertThat(labels.at(480, 60)).isEqualTo(2);
        assertThat(labels.at(WIDTH - 1, HEIGHT - 1)).isZero();
        assertThat(store.size(KEYS.ownLabels(0, "Lamp", 3))).isPresent();
    }

    @Test
    void aSurfaceIsOneInstanceAndAnEmptyMaskHasNone() {
        var surface = checked(GreyPng.encode(squares(WIDTH, HEIGHT)), Concept.Kind.STUFF);
        assertThat(surface)
                .isInstanceOfSatisfying(
                        CheckedMask.Fit.class,
                        fit -> assertThat(fit.parts())
                                .extracting(MaskPart::box)
                                .containsExactly(new InstanceBox(60, 40, 450, 300)));
        var empty = checked(GreyPng.encode(Mask.empty(WIDTH, HEIGHT)), Concept.Kind.INSTANCE);
        assertThat(empty).isInstanceOfSatisfying(CheckedMask.Fit.class, fit -> {
            assertThat(fit.area()).isZero();
            assertThat(fit.parts()).isEmpty();
        });
    }

    @Test
    void aMaskOfNoiseHasNoMoreInstancesThanAnybodyCanUse() {
        var noise = Mask.empty(WIDTH, HEIGHT);
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            fill(noise, random.nextInt(WIDTH - 5), random.nextInt(HEIGHT - 5), 5);
        }
        assertThat(checked(GreyPng.encode(noise), Concept.Kind.INSTANCE))
                .isInstanceOfSatisfying(
                        CheckedMask.Fit.class, fit -> assertThat(fit.parts()).hasSize(MaskLimits.PARTS_MAX));
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        assertThat(refusal(GreyPng.encode(squares(400, 400)))).contains("another shape", "601 x 401");
        assertThat(refusal(GreyPng.encode(squares(401, 601)))).contains("another shape");
        assertThat(refusal(GreyPng.encode(squares(240, 160)))).contains("needs 256 at least");
        assertThat(refusal("no picture at all, but rather a long letter".getBytes(StandardCharsets.UTF_8)))
                .contains("8 bits of grey");
        var photo = new Raster(WIDTH, HEIGHT, new byte[WIDTH * HEIGHT * 3]);
        assertThat(refusal(CODEC.write(photo, OutputFormat.PNG))).contains("8 bits of grey");
        assertThat(refusal(GreyPng.encode(LabelMap.empty(WIDTH, HEIGHT)))).contains("8 bits of grey");
        byte[] whole = GreyPng.encode(squares(WIDTH, HEIGHT));
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2))).contains("damaged or cut off");
        byte[] broken = whole.clone();
        broken[broken.length / 2] ^= 0x55;
        assertThat(refusal(broken)).contains("damaged or cut off");
        byte[] huge = whole.clone();
        huge[18] = 0x7f;
        huge[22] = 0x7f;
        assertThat(refusal(huge)).contains("more than any photo");
    }
}
