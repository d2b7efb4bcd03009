package photoset.cpu.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.activities.Attempts;
import photoset.activities.Surroundings;
import photoset.cpu.SingleActivity;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.packing.SetComposer;
import photoset.cpu.sets.SetPhoto;
import photoset.cpu.sets.SetPhotos;
import photoset.cpu.sheets.Box;
import photoset.imaging.png.GreyPng;
import photoset.objects.ObjectStore;
import photoset.objects.S3Server;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.SetId;
import photoset.workflows.UserId;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.sets.SetContent;
import photoset.workflows.sets.SetInput;
import photoset.workflows.sets.SetLanguage;
import photoset.workflows.sets.SetRequest;
import photoset.workflows.sets.SetTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Sets from a real store into it. */
class StoredSetCompositionTest {
    private static final ImageCodec CODEC = ImageCodecs.find(null);
    private static final ObjectKeys KEYS = new ObjectKeys(new UserId("u"), new JobId("j"));
    private static final SetRequest REQUEST = new SetRequest(KEYS.user(), KEYS.job(), new SetId("set_1"));
    private static final Box THING = new Box(40, 280, 160, 140);

    /** As many photos as the largest job of the plan pro, where somebody wants the figures. */
    private static final int PHOTOS = Integer.getInteger("photoset.test.set.photos", 24);

    private final Attempts attempts = new Attempts(Duration.ofMinutes(1), new Surroundings(Map.of()));
    private S3Server server;
    private ObjectStore store;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = S3Server.in(folder);
        store = server.store();
    }

    @AfterEach
    void stop() {
        attempts.close();
        server.close();
    }

    private static byte[] jpeg(Color color) {
        return CODEC.write(SetPhotos.picture(640, 480, THING, color), OutputFormat.JPEG);
    }

    private SetInput input(SetTemplate template, int photos, String... variants) {
        var palette = List.of(new SetInput.Color("Wall", "Sage", "#a9b5a0"));
        return new SetInput(
                template,
                "한강 Han",
                SetPhotos.DATE,
                SetLanguage.KO,
                false,
                null,
                IntStream.range(0, variants.length)
                        .mapToObj(i -> new SetInput.Design(variants[i], "", palette))
                        .toList(),
                IntStream.range(0, photos).mapToObj(idx -> photo(idx, variants)).toList());
    }

    private SetInput.Photo photo(int idx, String... variants) {
        store.put(KEYS.input(idx, "jpg"), jpeg(Color.GRAY), "image/jpeg");
        List<SetInput.Result> results = new ArrayList<>();
        for (var variant : variants) {
            store.put(KEYS.output(variant, idx, "jpg"), jpeg(Color.RED), "image/jpeg");
            store.put(KEYS.manifest(variant, idx), "{\"v\": 1}".getBytes(StandardCharsets.UTF_8), "application/json");
            results.add(new SetInput.Result(variant, KEYS.output(variant, idx, "jpg"), KEYS.manifest(variant, idx)));
        }
        return new SetInput.Photo(
                idx,
                "",
                KEYS.input(idx, "jpg"),
                results,
                Map.of("Background", KEYS.mask(idx, "Background")),
                null,
                null);
    }

    private void order(SetInput input) {
        store.put(KEYS.setInput(REQUEST.set()), JsonMapper.shared().writeValueAsBytes(input), "application/json");
    }

    private SetContent composed() {
        try (var temporal = new SingleActivity(new StoredSetComposition(store, CODEC, attempts))) {
            return temporal.call("Compose", REQUEST, Duration.ofSeconds(20), SetContent.class);
        }
    }

    private Map<String, byte[]> zip(String name) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (var zip =
                new ZipInputStream(store.open(KEYS.setFile(REQUEST.set(), name)).orElseThrow())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void theZipHasWhatTheStoreHas() throws IOException {
        order(input(SetTemplate.DESIGN_PACK, 2, "modern", "hotel"));
        var content = composed();

        assertThat(content.files().stream().map(SetContent.File::name))
                .containsExactly("design_pack.pdf", "boards/01.jpg", "boards/02.jpg");
        assertThat(content.files().getFirst().width()).isNull();
        var zip = zip(content.zip());
        assertThat(zip.keySet())
                .containsExactlyInAnyOrder(
                        "README.txt",
                        "set.json",
                        "design_pack.pdf",
                        "boards/01.jpg",
                        "boards/02.jpg",
                        "manifests/01-modern.json",
                        "manifests/01-hotel.json",
                        "manifests/02-modern.json",
                        "manifests/02-hotel.json");
        assertThat(zip.get("boards/01.jpg"))
                .isEqualTo(store.get(KEYS.setFile(REQUEST.set(), "boards/01.jpg"), S3Server.ANY_LENGTH));
        assertThat(new String(zip.get("README.txt"), StandardCharsets.UTF_8)).contains("한강 Han", "2026년 11월 29일");
    }

    @Test
    void composedAgainItIsTheSame() throws IOException {
        order(input(SetTemplate.BEFORE_AFTER, 1, "a"));
        var first = zip(composed().zip());
        assertThat(zip(composed().zip())).containsExactlyEntriesOf(first);
    }

    @Test
    void whatCannotBeComposedSaysWhy() {
        order(input(SetTemplate.DESIGN_PACK, 1, "a"));
        assertThatThrownBy(this::composed)
                .hasStackTraceContaining("SET_REFUSED")
                .hasStackTraceContaining("one");

        order(input(SetTemplate.BEFORE_AFTER, 1, "a"));
        store.delete(KEYS.output("a", 0, "jpg"));
        assertThatThrownBy(this::composed).hasStackTraceContaining("PICTURES_GONE");
    }

    @Test
    void aPhotoThatWasNotDeliveredIsNamed() throws IOException {
        var two = input(SetTemplate.BEFORE_AFTER, 1, "a");
        var failed = new SetInput.Photo(1, "욕실", null, List.of(), Map.of(), null, "The photo ends early.");
        order(new SetInput(
                two.template(),
                two.title(),
                two.date(),
                two.language(),
                two.watermarked(),
                null,
                two.designs(),
                List.of(two.photos().getFirst(), failed)));
        assertThat(new String(zip(composed().zip()).get("README.txt"), StandardCharsets.UTF_8))
                .contains("욕실", "The photo ends early.");
    }

    /** A job that exchanges the background has looked for it alone. */
    @Test
    void whereNobodyLookedForTheProductItIsAllButTheBackground() {
        var input = input(SetTemplate.THUMBNAILS, 1, "a");
        var mask = SetPhotos.mask(640, 480, THING);
        for (int i = 0; i < mask.levels().length; i++) {
            mask.levels()[i] = (byte) ~mask.levels()[i];
        }
        store.put(KEYS.mask(0, "Background"), GreyPng.encode(mask), "image/png");
        var photo = (SetPhoto.Delivered)
                new SetSource(input, store, CODEC, step -> {}).order().photos().getFirst();
        var product = photo.masks().get("Product").get();
        assertThat(product.area()).isEqualTo((long) THING.width() * THING.height());
        assertThat(product.levels()[300 * 640 + 60]).isEqualTo((byte) 255);
    }

    @Test
    void memoryDoesNotGrowWithTheAlbum() throws IOException {
        var input = input(SetTemplate.BEFORE_AFTER, PHOTOS, "a");
        List<Long> used = new ArrayList<>();
        var composer = new SetComposer(
                CODEC,
                step -> {
                    if (step.endsWith("(4 of %d)".formatted(PHOTOS))
                            || step.endsWith("(%d of %d)".formatted(PHOTOS, PHOTOS))
                            || step.equals("pack manifests/%02d-a.json".formatted(PHOTOS))) {
                        used.add(retained());
                    }
                },
                (pictures, of) -> {});
        var source = new SetSource(input, store, CODEC, step -> {});
        composer.compose(source.order(), source.manifests(), new StoredSetFiles(store, KEYS, REQUEST.set()));

        System.out.printf("set of %d photos: %s bytes of heap%n", PHOTOS, used);
        assertThat(used.get(1) - used.get(0)).as("last photo to fourth").isLessThan(3_000_000);
        // The parts of the zip that are on their way.
        assertThat(used.get(2) - used.get(0))
                .as("end of the zip to fourth photo")
                .isLessThan(25_000_000);
        try (var zip = new ZipInputStream(
                store.open(KEYS.setFile(REQUEST.set(), "before_after.zip")).orElseThrow())) {
            int entries = 0;
            while (zip.getNextEntry() != null) {
                entries++;
            }
            assertThat(entries).isEqualTo(2 + 2 * PHOTOS);
        }
    }

    private static long retained() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
