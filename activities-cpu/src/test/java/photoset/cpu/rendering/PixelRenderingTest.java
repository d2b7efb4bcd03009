package photoset.cpu.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.activities.Attempts;
import photoset.activities.Pulse;
import photoset.activities.Surroundings;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.codec.PictureFiles;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.png.GreyPng;
import photoset.imaging.regions.Rle;
import photoset.objects.FileHash;
import photoset.objects.ObjectStore;
import photoset.objects.S3Server;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.RenderTask;
import photoset.workflows.rendering.RenderedPhoto;
import photoset.workflows.rendering.Rendering;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.segmentation.InstanceRef;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.SegmentedPhoto;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PixelRenderingTest {
    private static final UserId USER = new UserId("user-1");
    private static final JobId JOB = new JobId("job-1");
    private static final ObjectKeys KEYS = new ObjectKeys(USER, JOB);
    private static final ImageCodec CODEC = ImageCodecs.find(null);
    private static final Raster PHOTO = PictureFiles.quarters();
    private static final byte[] INPUT = CODEC.write(PHOTO, OutputFormat.PNG);
    private static final PhotoRef REF =
            new PhotoRef(0, KEYS.input(0, "png"), KEYS.view(0), FileHash.sha256(INPUT), INPUT.length, 96, 64);

    private static S3Server server;
    private static ObjectStore store;

    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger heartbeats = new AtomicInteger();
    private volatile boolean isSlow;
    private final Attempts attempts = new Attempts(Duration.ofMinutes(1), new Surroundings(Map.of()));
    private Rendering rendering;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = S3Server.in(folder);
        store = server.store();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void fillStore() {
        temporal.registerActivitiesImplementations(new PixelRendering(store, counting(), new PixelBudget(), attempts));
        rendering = temporal.newActivityStub(Rendering.class);
        store.put(REF.key(), INPUT, "image/png");
        putMask("Wall", 0, 96);
        putMask("Lamp", 40, 60);
        putMask("Floor", 0, 0);
    }

    /** The codec, with its photos counted. */
    private ImageCodec counting() {
        return (ImageCodec) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ImageCodec.class}, (_, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        reads.incrementAndGet();
                        await().until(() -> !isSlow || heartbeats.get() > 0);
                    }
                    try {
                        return method.invoke(CODEC, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    @AfterEach
    void closeTemporal() {
        attempts.close();
        temporal.close();
    }

    /** A mask of the columns between two positions. */
    private static void putMask(String concept, int from, int to) {
        var mask = Mask.empty(96, 64);
        for (int i = 0; i < 96 * 64; i++) {
            mask.levels()[i] = (byte) (i % 96 >= from && i % 96 < to ? 255 : 0);
        }
        store.put(KEYS.mask(0, concept), GreyPng.encode(mask), "image/png");
    }

    private static MaskRef mask(String concept) {
        return new MaskRef(concept, KEYS.mask(0, concept), 0, 1, .9);
    }

    private static RenderTask task(OutputFormat format, boolean watermarked) {
        var paints = List.<ResolvedAction>of(
                new ResolvedAction.Recolor("Wall", "#9caf88", 1), new ResolvedAction.Recolor("Floor", "#1f3a5f", .5));
        var spec = new RenderSpec("a", paints, List.of("Lamp"), format, watermarked, EdgeMode.AS_IS, false);
        var found = new SegmentedPhoto("lite/1.0.0", List.of(mask("Wall"), mask("Floor"), mask("Lamp")));
        return new RenderTask(USER, JOB, REF, List.of(spec), found, null);
    }

    /** What becomes of a task with one spec. */
    private RenderedPhoto picture(RenderTask task) {
        return rendering.render(task).getFirst();
    }

    private static JsonNode manifest(byte[] json) {
        return JsonMapper.shared().readTree(json);
    }

    @Test
    void paintsTheWallAndLeavesTheLampBitIdentical() {
        var rendered = picture(task(OutputFormat.PNG, false));

        var picture =
                CODEC.read(store.get(rendered.outputKey(), S3Server.ANY_LENGTH)).pixels();
        long changed = 0;
        for (int i = 0; i < PHOTO.pixels(); i++) {
            boolean lamp = i % 96 >= 40 && i % 96 < 60;
            assertThat(picture.same(PHOTO, i)).as("pixel %d", i).isEqualTo(lamp);
            changed += lamp ? 0 : 1;
        }
        assertThat(rendered.changedPixels()).isEqualTo(changed);
        assertThat(rendered.outputKey()).isEqualTo("outputs/user-1/job-1/a/0.png");
        assertThat(CODEC.read(store.get(rendered.previewKey(), S3Server.ANY_LENGTH))
                        .format())
                .isEqualTo(PhotoFormat.JPEG);
    }

    @Test
    void leavesOutWhatIsExcludedAndLeavesWhatIsLockedBitIdentical() {
        // The lamp in two: columns 40 to 49 and 50 to 59, 64 pixels each, column by column.
        var halves = List.of(halfOfTheLamp(40), halfOfTheLamp(50));
        store.put(KEYS.instances(0), JsonMapper.shared().writeValueAsBytes(halves), "application/json");
        var paint = List.<ResolvedAction>of(new ResolvedAction.Recolor("Lamp", "#9caf88", 1));
        var spec = new RenderSpec("a", paint, List.of(), OutputFormat.PNG, false, EdgeMode.AS_IS, false);
        var found = new SegmentedPhoto("lite/1.0.0", List.of(mask("Lamp")));
        for (var specs : List.of(
                spec.choosing(List.of(new InstanceRef("Lamp-7", "Lamp", 2)), List.of()),
                spec.choosing(List.of(), List.of(new InstanceRef("Lamp-7", "Lamp", 2))))) {
            var rendered = picture(new RenderTask(USER, JOB, REF, List.of(specs), found, null));
            var picture = CODEC.read(store.get(rendered.outputKey(), S3Server.ANY_LENGTH))
                    .pixels();
            for (int i = 0; i < PHOTO.pixels(); i++) {
                boolean painted = i % 96 >= 40 && i % 96 < 50;
                assertThat(picture.same(PHOTO, i)).as("pixel %d", i).isEqualTo(!painted);
            }
            var manifest = manifest(store.get(rendered.manifestKey(), S3Server.ANY_LENGTH));
            assertThat(manifest.at("/exclude").size() + manifest.at("/lock").size())
                    .isEqualTo(1);
            assertThat(manifest.toString()).contains("Lamp-7");
        }
    }

    @Test
    void paintsWhatAUserDrewAndLeavesWhatHeProtectsOrLocksBitIdentical() {
        var own = Mask.empty(96, 64);
        for (int i = 0; i < 96 * 64; i++) {
            own.levels()[i] = (byte) (i % 96 >= 10 && i % 96 < 30 ? 255 : 0);
        }
        store.put(KEYS.ownMask(0, "Lamp", 2), GreyPng.encode(own), "image/png");
        store.put(
                KEYS.ownInstances(0, "Lamp", 2),
                JsonMapper.shared().writeValueAsBytes(List.of(halfOfTheLamp(10), halfOfTheLamp(20))),
                "application/json");
        var drawn = new MaskRef("Lamp", KEYS.ownMask(0, "Lamp", 2), 0, 2, 1);
        var found = new SegmentedPhoto("lite/1.0.0", List.of(mask("Wall"), drawn));
        var paint = List.<ResolvedAction>of(new ResolvedAction.Recolor("Wall", "#9caf88", 1));
        var guarded = new RenderSpec("a", paint, List.of("Lamp"), OutputFormat.PNG, false, EdgeMode.AS_IS, false);
        var free = new RenderSpec("a", paint, List.of(), OutputFormat.PNG, false, EdgeMode.AS_IS, false);
        var half = free.choosing(List.of(), List.of(new InstanceRef("Lamp-100001", "Lamp", 2)));

        for (var spec : List.of(guarded, half)) {
            var rendered = picture(new RenderTask(USER, JOB, REF, List.of(spec), found, null));
            var picture = CODEC.read(store.get(rendered.outputKey(), S3Server.ANY_LENGTH))
                    .pixels();
            int from = spec.equals(half) ? 20 : 10;
            for (int i = 0; i < PHOTO.pixels(); i++) {
                boolean kept = i % 96 >= from && i % 96 < 30;
                assertThat(picture.same(PHOTO, i)).as("pixel %d", i).isEqualTo(kept);
            }
        }
    }

    @Test
    void instancesThatAreNotThereFailThePhoto() {
        store.delete(KEYS.instances(0));
        var paint = List.<ResolvedAction>of(new ResolvedAction.Recolor("Lamp", "#9caf88", 1));
        var spec = new RenderSpec("a", paint, List.of(), OutputFormat.PNG, false, EdgeMode.AS_IS, false)
                .choosing(List.of(new InstanceRef("Lamp-7", "Lamp", 2)), List.of());
        var found = new SegmentedPhoto("lite/1.0.0", List.of(mask("Lamp")));

        assertThatThrownBy(() -> picture(new RenderTask(USER, JOB, REF, List.of(spec), found, null)))
                .hasStackTraceContaining("The instances of the photo are missing.");
    }

    private static Map<String, Object> halfOfTheLamp(int column) {
        return Map.of(
                "concept", "Lamp", "score", .9, "area", 640, "rle", Rle.of(64, 96, new int[] {column * 64}, new int[] {
                    (column + 10) * 64
                }));
    }

    @Test
    void paintsEachVariantFromThePhotoThatItReadOnce() {
        var one = task(OutputFormat.PNG, false);
        var navy = List.<ResolvedAction>of(new ResolvedAction.Recolor("Wall", "#1f3a5f", 1));
        var other = new RenderSpec("navy_2", navy, List.of(), OutputFormat.JPEG, false, EdgeMode.AS_IS, false);
        var both = new RenderTask(USER, JOB, REF, List.of(one.specs().getFirst(), other), one.found(), null);

        var rendered = rendering.render(both);

        assertThat(rendered)
                .extracting(RenderedPhoto::outputKey)
                .containsExactly("outputs/user-1/job-1/a/0.png", "outputs/user-1/job-1/navy_2/0.jpg");
        assertThat(reads).hasValue(1);
        byte[] first = store.get(rendered.getFirst().outputKey(), S3Server.ANY_LENGTH);
        assertThat(rendered.get(1).changedPixels()).isEqualTo(PHOTO.pixels());
        var manifest = manifest(store.get(rendered.get(1).manifestKey(), S3Server.ANY_LENGTH));
        assertThat(manifest.at("/variant").asString()).isEqualTo("navy_2");
        assertThat(manifest.at("/layers/0/action/color").asString()).isEqualTo("#1f3a5f");

        assertThat(store.get(picture(one).outputKey(), S3Server.ANY_LENGTH)).isEqualTo(first);
    }

    @Test
    void writesDownWhatItDid() {
        var rendered = picture(task(OutputFormat.PNG, true));

        byte[] json = store.get(rendered.manifestKey(), S3Server.ANY_LENGTH);
        var manifest = manifest(json);
        assertThat(manifest.at("/segmenter").asString()).isEqualTo("lite/1.0.0");
        assertThat(manifest.at("/codec").asString()).isEqualTo(CODEC.name());
        assertThat(manifest.at("/watermarked").asBoolean()).isTrue();
        assertThat(manifest.at("/input/sha256").asString()).isEqualTo(REF.sha256());
        assertThat(manifest.at("/output/sha256").asString())
                .isEqualTo(FileHash.sha256(store.get(rendered.outputKey(), S3Server.ANY_LENGTH)));
        assertThat(manifest.at("/masks_sha256/Lamp").asString())
                .isEqualTo(FileHash.sha256(store.get(KEYS.mask(0, "Lamp"), S3Server.ANY_LENGTH)));
        assertThat(manifest.at("/protect/0").asString()).isEqualTo("Lamp");
        assertThat(manifest.at("/changed/pixels").asLong()).isEqualTo(rendered.changedPixels());
        assertThat(manifest.at("/changed/in_protect").asLong()).isZero();
        assertThat(manifest.at("/changed/outside_rule").asLong()).isZero();
        var wall = manifest.at("/layers/0");
        assertThat(wall.at("/action/concept").asString()).isEqualTo("Wall");
        assertThat(wall.at("/action/color").asString()).isEqualTo("#9caf88");
        assertThat(wall.at("/pixels").asLong()).isEqualTo(76 * 64);
        assertThat(wall.at("/surface").asString()).startsWith("#");
        assertThat(manifest.at("/layers/1/pixels").asLong()).isZero();
        assertThat(manifest.at("/layers/1").has("surface")).isFalse();
        assertThat(new String(json, UTF_8)).doesNotContain("http", "user-1", "inputs/");
    }

    @Test
    void rendersTheSameBytesTwice() {
        var first = picture(task(OutputFormat.JPEG, true));
        byte[] picture = store.get(first.outputKey(), S3Server.ANY_LENGTH);
        byte[] preview = store.get(first.previewKey(), S3Server.ANY_LENGTH);
        byte[] manifest = store.get(first.manifestKey(), S3Server.ANY_LENGTH);

        assertThat(picture(task(OutputFormat.JPEG, true))).isEqualTo(first);
        assertThat(store.get(first.outputKey(), S3Server.ANY_LENGTH)).isEqualTo(picture);
        assertThat(store.get(first.previewKey(), S3Server.ANY_LENGTH)).isEqualTo(preview);
        assertThat(store.get(first.manifestKey(), S3Server.ANY_LENGTH)).isEqualTo(manifest);
    }

    @Test
    void refusesAPhotoThatIsNotTheInspectedOne() {
        store.put(REF.key(), PictureFiles.jpeg(PHOTO), "image/jpeg");

        assertFails(task(OutputFormat.PNG, false), "RENDERING_FAILED", "not the one that was inspected");
    }

    @Test
    void readsNoMoreOfAPhotoThanWasInspected() {
        store.put(REF.key(), Arrays.copyOf(INPUT, 1 << 20), "image/png");
        assertFails(task(OutputFormat.PNG, false), "RENDERING_FAILED", "it has more bytes");

        store.delete(REF.key());
        assertFails(task(OutputFormat.PNG, false), "RENDERING_FAILED", "not there any more");
    }

    @Test
    void endsAPhotoWhoseMasksAreMissingOrUnfitAsUnsegmented() {
        var task = task(OutputFormat.PNG, false);
        var lacking = new RenderTask(
                USER,
                JOB,
                REF,
                task.specs(),
                new SegmentedPhoto("lite/1.0.0", List.of(mask("Wall"), mask("Floor"))),
                null);
        assertFails(lacking, "SEGMENTATION_FAILED", "Lamp was not segmented");

        var others = new MaskRef("Wall", KEYS.mask(1, "Wall"), 0, 1, .9);
        assertFails(
                new RenderTask(
                        USER,
                        JOB,
                        REF,
                        task.specs(),
                        new SegmentedPhoto("far", List.of(others, mask("Floor"), mask("Lamp"))),
                        null),
                "SEGMENTATION_FAILED",
                "mask of Wall belongs to another photo");

        var wall = KEYS.mask(0, "Wall");
        byte[] good = store.get(wall, S3Server.ANY_LENGTH);
        store.put(wall, GreyPng.encode(Mask.empty(48, 32)), "image/png");
        assertFails(task, "SEGMENTATION_FAILED", "mask of Wall has another size");
        store.put(wall, Arrays.copyOf(good, good.length / 2), "image/png");
        assertFails(task, "SEGMENTATION_FAILED", "mask of Wall is damaged");
        store.put(wall, "<Error>no mask</Error>".getBytes(StandardCharsets.UTF_8), "image/png");
        assertFails(task, "SEGMENTATION_FAILED", "mask of Wall is damaged");
        store.put(wall, Arrays.copyOf(good, 2 << 20), "image/png");
        assertFails(task, "SEGMENTATION_FAILED", "mask of Wall is too large");
        store.delete(wall);
        assertFails(task, "SEGMENTATION_FAILED", "mask of Wall is missing");
    }

    @Test
    void peopleAreNeitherFilledNorCopiedAlsoIfNotProtected() {
        // Half of the thing is before somebody, and the quarter beside it has colors that nothing else has.
        putMask("Cable", 44, 50);
        putMask("Person", 47, 96);
        var removed = List.<ResolvedAction>of(new ResolvedAction.Remove("Cable"));
        var spec = new RenderSpec("alone", removed, List.of(), OutputFormat.PNG, false, EdgeMode.AS_IS, false);
        var found = new SegmentedPhoto("sam3/1", List.of(mask("Cable"), mask("Person")));

        var kept = picture(new RenderTask(USER, JOB, REF, List.of(spec), found, null));
        var result =
                CODEC.read(store.get(kept.outputKey(), S3Server.ANY_LENGTH)).pixels();
        for (int i = 0; i < PHOTO.pixels(); i++) {
            assertThat(i % 96 < 47 || result.same(PHOTO, i)).isTrue();
        }
        for (int x = 40; x < 47; x++) {
            var color = result.at(10 * 96 + x);
            assertThat(color.red())
                    .as("column %d, beside the green of who is there", x)
                    .isGreaterThan(3 * color.green());
        }
    }

    @Test
    void whatWasDrawnInOtherPhotosIsNowhereInThisOne() {
        var removed = List.<ResolvedAction>of(new ResolvedAction.Remove("Cable"));
        var spec = new RenderSpec("other", removed, List.of(), OutputFormat.PNG, false, EdgeMode.AS_IS, false);
        var found = new SegmentedPhoto("none", List.of(MaskRef.nowhere("Cable")));

        var kept = picture(new RenderTask(USER, JOB, REF, List.of(spec), found, null));
        assertThat(CODEC.read(store.get(kept.outputKey(), S3Server.ANY_LENGTH))
                        .pixels()
                        .rgb())
                .isEqualTo(PHOTO.rgb());
    }

    @Test
    void whatIsTooLargeToBeRemovedIsSaidOf() {
        var removed = List.<ResolvedAction>of(new ResolvedAction.Remove("Lamp"));
        var spec = new RenderSpec("large", removed, List.of(), OutputFormat.PNG, false, EdgeMode.AS_IS, false);
        var found = new SegmentedPhoto("lite/1.0.0", List.of(mask("Lamp")));

        assertFails(
                new RenderTask(USER, JOB, REF, List.of(spec), found, null),
                "REMOVAL_REFUSED",
                "covers 21 % of the photo; at most 12 %");
        assertThat(store.size(KEYS.output("large", 0, "png"))).isEmpty();
    }

    private void assertFails(RenderTask task, String type, String words) {
        assertThatThrownBy(() -> rendering.render(task))
                .isInstanceOf(ActivityFailure.class)
                .cause()
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getType()).isEqualTo(type);
                    assertThat(failure.isNonRetryable()).isTrue();
                    assertThat(failure.getOriginalMessage()).contains(words).doesNotContain("inputs/", "masks/");
                });
    }

    @Test
    void stopsAtTheNextStepWhenCanceled() {
        isSlow = true;
        temporal.setActivityHeartbeatListener(Pulse.class, pulse -> {
            heartbeats.incrementAndGet();
            temporal.requestCancelActivity();
        });

        assertThatThrownBy(() -> rendering.render(task(OutputFormat.WEBP, false)))
                .isInstanceOf(CanceledFailure.class);
        assertThat(store.size(KEYS.output("a", 0, "webp"))).isEmpty();
    }
}
