package photoset.cpu.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
import org.springframework.util.unit.DataSize;
import photoset.activities.Attempts;
import photoset.activities.Surroundings;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
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
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.previews.PreviewRendering;
import photoset.workflows.previews.PreviewTask;
import photoset.workflows.previews.PreviewTask.MaskVersion;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.RenderTask;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.segmentation.InstanceRef;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.SegmentedPhoto;
import tools.jackson.databind.json.JsonMapper;

class ViewRenderingTest {
    private static final ObjectKeys KEYS = new ObjectKeys(new UserId("user-1"), new JobId("job-1"));
    private static final ImageCodec CODEC = ImageCodecs.find(null);
    private static final int WIDTH = 2400;
    private static final int HEIGHT = 1200;
    private static final byte[] INPUT = CODEC.write(photo(), OutputFormat.PNG);
    private static final PhotoRef REF =
            new PhotoRef(0, KEYS.input(0, "png"), KEYS.view(0), FileHash.sha256(INPUT), INPUT.length, WIDTH, HEIGHT);

    private static S3Server server;
    private static ObjectStore store;

    private final List<TestActivityEnvironment> temporal = new ArrayList<>();
    private final AtomicInteger photos = new AtomicInteger();
    private final AtomicInteger masks = new AtomicInteger();
    private final Attempts attempts = new Attempts(Duration.ofMinutes(1), new Surroundings(Map.of()));
    private PreviewRendering previews;

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
        previews = keeping(DataSize.ofMegabytes(64));
        store.put(REF.key(), INPUT, "image/png");
        putMask("Wall", 0, 1200);
        putMask("Window", 400, 800);
        store.put(
                KEYS.instances(0),
                JsonMapper.shared().writeValueAsBytes(List.of(window(400, 600), window(600, 800))),
                "application/json");
    }

    @AfterEach
    void closeTemporal() {
        attempts.close();
        temporal.forEach(TestActivityEnvironment::close);
    }

    private PreviewRendering keeping(DataSize max) {
        var environment = TestActivityEnvironment.newInstance();
        temporal.add(environment);
        environment.registerActivitiesImplementations(new ViewRendering(
                store, counting(), new ViewCache(new ViewCacheSettings(max)), new PixelBudget(), attempts));
        return environment.newActivityStub(PreviewRendering.class);
    }

    private ImageCodec counting() {
        return (ImageCodec) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ImageCodec.class}, (_, method, arguments) -> {
                    photos.addAndGet(method.getName().equals("read") ? 1 : 0);
                    masks.addAndGet(method.getName().equals("readMask") ? 1 : 0);
                    try {
                        return method.invoke(CODEC, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static Map<String, Object> window(int from, int to) {
        var rle = Rle.of(HEIGHT, WIDTH, new int[] {from * HEIGHT}, new int[] {to * HEIGHT});
        return Map.of("concept", "Window", "score", .9, "area", 5, "rle", rle);
    }

    /** Grey, lighter to the right. */
    private static Raster photo() {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (120 + 60 * (i / 3 % WIDTH) / WIDTH);
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    private static Mask mask(int from, int to) {
        var mask = Mask.empty(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            Arrays.fill(mask.levels(), y * WIDTH + from, y * WIDTH + to, (byte) 255);
        }
        return mask;
    }

    private static void putMask(String concept, int from, int to) {
        store.put(KEYS.mask(0, concept), GreyPng.encode(mask(from, to)), "image/png");
    }

    private static PreviewTask task(String color, List<InstanceRef> locked) {
        return task(color.substring(1), new ResolvedAction.Recolor("Wall", color, 1), locked);
    }

    private static PreviewTask task(String name, ResolvedAction action, List<InstanceRef> locked) {
        var spec = new RenderSpec("a", List.of(action), List.of(), OutputFormat.PNG, false, EdgeMode.AS_IS, true)
                .choosing(List.of(), locked)
                .asPreview();
        var refs = spec.named().stream()
                .map(concept -> new MaskRef(concept, KEYS.mask(0, concept), 0, 1, .9))
                .toList();
        var versions = refs.stream()
                .map(ref -> new MaskVersion(
                        ref.concept(), store.version(ref.key()).orElseThrow().etag()))
                .toList();
        var render = new RenderTask(
                KEYS.user(), KEYS.job(), REF, List.of(spec), new SegmentedPhoto("lite/1.0.0", refs), null);
        return new PreviewTask("hash" + name, render, versions, locked.isEmpty() ? null : "1");
    }

    private Raster shown(PreviewTask task) {
        previews.preview(task);
        return CODEC.read(store.get(task.key(), 10_000_000)).pixels();
    }

    private static double difference(Raster picture, int x, String color) {
        return ColorDifference.ciede2000(Lab.of(picture.at(100 * picture.width() + x)), Lab.of(LinearRgb.of(color)));
    }

    @Test
    void aViewIsPaintedWithAWatermark() {
        var shown = shown(task("#9caf88", List.of()));

        assertThat(shown.width() + " x " + shown.height()).isEqualTo("1600 x 800");
        assertThat(difference(shown, 1500, "#b1b1b1")).as("what is not painted").isLessThan(3);
        var inks = new AtomicInteger();
        for (int x = 10; x < 700; x++) {
            inks.addAndGet(Math.abs(luminance(shown, x) - luminance(shown, x + 1)) > .01 ? 1 : 0);
        }
        assertThat(inks).as("edges of letters").hasPositiveValue();
        assertThat(shown.at(100 * 1600 + 300).green())
                .isGreaterThan(shown.at(100 * 1600 + 300).blue());
    }

    private static double luminance(Raster picture, int x) {
        return picture.at(100 * picture.width() + x).luminance();
    }

    @Test
    void theNextLookReadsNothing() {
        shown(task("#9caf88", List.of()));
        shown(task("#1f3a5f", List.of()));
        assertThat(photos.get() + " " + masks.get()).isEqualTo("1 1");

        putMask("Wall", 0, 600);
        var other = shown(task("#1f3a5f", List.of()));
        assertThat(photos.get() + " " + masks.get()).as("another mask").isEqualTo("2 2");
        assertThat(difference(other, 600, "#909090")).isLessThan(6);
    }

    @Test
    void withoutMemoryEveryLookReads() {
        previews = keeping(DataSize.ofBytes(0));
        shown(task("#9caf88", List.of()));
        shown(task("#1f3a5f", List.of()));

        assertThat(photos.get() + " " + masks.get()).isEqualTo("2 2");
    }

    @Test
    void aLockedInstanceStaysAsItIs() {
        var shown = shown(task("#1f3a5f", List.of(new InstanceRef("Window-1", "Window", 1))));

        assertThat(difference(shown, 300, "#858585")).as("the first window").isLessThan(3);
        assertThat(difference(shown, 500, "#858585")).as("the second").isGreaterThan(20);
    }

    @Test
    void aDamagedMaskIsSaidOf() {
        store.put(KEYS.mask(0, "Wall"), new byte[] {1, 2, 3}, "image/png");

        assertFails(task("#9caf88", List.of()), PhotoError.SEGMENTATION_FAILED, "The mask of Wall is damaged.");
    }

    @Test
    void whatIsTooLargeToBeRemovedIsSaidOf() {
        assertFails(
                task("removal", new ResolvedAction.Remove("Window"), List.of()),
                PhotoError.REMOVAL_REFUSED,
                "covers 17 % of the photo; at most 12 %");
    }

    private void assertFails(PreviewTask task, PhotoError type, String words) {
        assertThatThrownBy(() -> previews.preview(task))
                .isInstanceOf(ActivityFailure.class)
                .cause()
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getType()).isEqualTo(type.name());
                    assertThat(failure.isNonRetryable()).isTrue();
                    assertThat(failure.getOriginalMessage()).contains(words);
                });
        assertThat(store.size(task.key())).isEmpty();
    }
}
