package photoset.cpu.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static photoset.cpu.sets.SetPhotos.landscape;
import static photoset.cpu.sets.SetPhotos.order;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import photoset.activities.Progress;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.sets.SetOrderRefused;
import photoset.cpu.sets.SetPhoto;
import photoset.cpu.sets.SetPhotos;
import photoset.cpu.sheets.Box;
import photoset.workflows.sets.SetTemplate;
import tools.jackson.databind.json.JsonMapper;

class SetComposerTest {
    private static final ImageCodec CODEC = ImageCodecs.find(null);

    @TempDir
    private Path folder;

    private ComposedSet compose(SetOrder order, Attachment... attachments) throws IOException {
        return composer(step -> {}).compose(order, List.of(attachments), new SetFolder(folder));
    }

    private static SetComposer composer(Progress progress) {
        return new SetComposer(CODEC, progress, (pictures, of) -> {});
    }

    private static Attachment manifest(String name) {
        return new Attachment(name, () -> new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)));
    }

    private BufferedImage picture(String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile());
    }

    @ParameterizedTest
    @EnumSource
    void theZipHasPicturesReadmeAndManifests(SetTemplate template) throws IOException {
        var photos = List.of(landscape(0, SetPhotos.designs(template)), landscape(1, SetPhotos.designs(template)));
        var set = compose(order(template, photos), manifest("manifests/01-a.json"), manifest("manifests/02-a.json"));
        try (var zip = new ZipFile(folder.resolve(set.zip()).toFile())) {
            List<String> names = new ArrayList<>(List.of("README.txt", "set.json"));
            set.pdf().ifPresent(names::add);
            set.pictures().forEach(picture -> names.add(picture.name()));
            names.addAll(List.of("manifests/01-a.json", "manifests/02-a.json"));
            assertThat(zip.stream().map(Object::toString)).containsExactlyElementsOf(names);
            for (var picture : set.pictures()) {
                byte[] jpeg = zip.getInputStream(zip.getEntry(picture.name())).readAllBytes();
                var image = ImageIO.read(new ByteArrayInputStream(jpeg));
                assertThat(new int[] {image.getWidth(), image.getHeight(), dpi(jpeg)})
                        .as(picture.name())
                        .containsExactly(picture.width(), picture.height(), picture.dpi());
                assertThat(picture.dpi()).isEqualTo(picture.name().startsWith("boards/") ? 300 : 72);
            }
            var readme =
                    new String(zip.getInputStream(zip.getEntry("README.txt")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(readme).startsWith("Han River Apartment 한강 아파트\n").contains("29 November 2026", "#c4a074");
        }
    }

    private static int dpi(byte[] jpeg) {
        assertThat(jpeg[13]).isEqualTo((byte) 1);
        return ((jpeg[14] & 255) << 8) | (jpeg[15] & 255);
    }

    @Test
    void hasThePicturesThatTheTemplatePromises() throws IOException {
        Map<SetTemplate, Integer> counts = new LinkedHashMap<>();
        for (var template : SetTemplate.values()) {
            var photos = List.of(landscape(0, SetPhotos.designs(template)), landscape(1, SetPhotos.designs(template)));
            counts.put(template, compose(order(template, photos)).pictures().size());
        }
        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        SetTemplate.BEFORE_AFTER, 2,
                        SetTemplate.DESIGN_PACK, 2,
                        SetTemplate.CLIENT_CARD, 2,
                        SetTemplate.DISCLOSURE, 4,
                        SetTemplate.PRODUCT_PACK, 8,
                        SetTemplate.OPTION_BOARD, 2,
                        SetTemplate.THUMBNAILS, 8));
    }

    @ParameterizedTest
    @CsvSource({"CLIENT_CARD, 148, 210", "DESIGN_PACK, 297, 210"})
    void onePdfHasAllBoardsInTheirPrintedSize(SetTemplate template, double widthMm, double heightMm)
            throws IOException {
        var photos = IntStream.range(0, 3)
                .mapToObj(idx -> landscape(idx, SetPhotos.designs(template)))
                .toList();
        var set = compose(order(template, photos));
        try (var pdf = Loader.loadPDF(folder.resolve(set.pdf().orElseThrow()).toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            for (var page : pdf.getPages()) {
                assertThat(page.getMediaBox().getWidth() / 72 * 25.4).isCloseTo(widthMm, within(.2));
                assertThat(page.getMediaBox().getHeight() / 72 * 25.4).isCloseTo(heightMm, within(.2));
                var images = new ArrayList<>();
                page.getResources().getXObjectNames().forEach(images::add);
                assertThat(images).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameOrderGivesTheSameBytes(SetTemplate template) throws IOException {
        var order = order(template, List.of(landscape(0, SetPhotos.designs(template))));
        var set = compose(order);
        byte[] first = Files.readAllBytes(folder.resolve(set.zip()));
        compose(order);
        assertThat(Files.readAllBytes(folder.resolve(set.zip()))).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void theMarkIsOnTheFreePlanOnly(SetTemplate template) throws IOException {
        var photos = List.of(landscape(0, SetPhotos.designs(template)));
        var paid = compose(order(template, "Title", false, photos)).pictures();
        List<BufferedImage> plain = new ArrayList<>();
        for (var picture : paid) {
            plain.add(picture(picture.name()));
        }
        var free = compose(order(template, "Title", true, photos)).pictures();
        for (int i = 0; i < free.size(); i++) {
            assertThat(dark(picture(free.get(i).name())) - dark(plain.get(i)))
                    .as("dark pixels of the mark on %s", free.get(i).name())
                    .isGreaterThan(300);
        }
    }

    private static long dark(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels)
                .filter(pixel -> (pixel >> 16 & 255) < 90 && (pixel >> 8 & 255) < 90 && (pixel & 255) < 90)
                .count();
    }

    @Test
    void theCodeOfADisclosureLeadsToTheOriginal() throws Exception {
        compose(order(SetTemplate.DISCLOSURE, List.of(landscape(0, 1))));
        var board = picture("boards/01.jpg");
        int[] pixels = board.getRGB(0, 0, board.getWidth(), board.getHeight(), null, 0, board.getWidth());
        var source = new RGBLuminanceSource(board.getWidth(), board.getHeight(), pixels);
        var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
        assertThat(read.getText()).isEqualTo(SetPhotos.LINK.toString());
    }

    @Test
    void theAlteredPictureAloneSaysThatItIsAltered() throws IOException {
        compose(order(SetTemplate.DISCLOSURE, List.of(landscape(0, 1))));
        var altered = picture("altered/01.jpg");
        var label = altered.getSubimage(0, 400, 320, 80);
        assertThat(dark(label)).as("the plate").isGreaterThan(800);
        assertThat(dark(altered) - dark(label)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aPhotoThatFailedIsNamed(SetTemplate template) throws IOException {
        var failed = new SetPhoto.Failed(1, "발코니 balcony", "The photo ends in the middle.");
        var set = compose(order(
                template,
                List.of(landscape(0, SetPhotos.designs(template)), failed, landscape(2, SetPhotos.designs(template)))));
        assertThat(set.pictures().getLast().name()).isEqualTo("boards/not-delivered.jpg");
        assertThat(Files.readString(folder.resolve("README.txt")))
                .contains("Not in this set\n  Photo 2 · 발코니 balcony: The photo ends in the middle.");
        var missing = JsonMapper.shared()
                .readTree(folder.resolve("set.json").toFile())
                .get("not_delivered");
        assertThat(missing.size()).isEqualTo(1);
        assertThat(missing.get(0).get("photo").asInt()).isEqualTo(2);
        if (set.pdf().isPresent()) {
            try (var pdf = Loader.loadPDF(folder.resolve(set.pdf().get()).toFile())) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            }
        }
    }

    @Test
    void moreFailedPhotosThanAPageHoldsAreCounted() throws IOException {
        List<SetPhoto> photos = new ArrayList<>(List.of(landscape(0, 1)));
        IntStream.range(1, 150).forEach(idx -> photos.add(new SetPhoto.Failed(idx, "", "The store was away.")));
        compose(order(SetTemplate.CLIENT_CARD, photos));
        assertThat(Files.readString(folder.resolve("README.txt"))).contains("Photo 150: The store was away.");
        assertThat(dark(picture("boards/not-delivered.jpg"))).isGreaterThan(5000);
    }

    @ParameterizedTest
    @CsvSource({"1, 900", "40, 900", "900, 40"})
    void anyShapeOfPhotoIsComposed(int width, int height) throws IOException {
        for (var template : SetTemplate.values()) {
            var thing = new Box(width / 3, height / 3, Math.max(1, width / 3), Math.max(1, height / 3));
            var photo = SetPhotos.photo(0, width, height, thing, SetPhotos.designs(template));
            assertThat(compose(order(template, List.of(photo))).pictures()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "한강이 내려다보이는 아파트의 거실과 주방 그리고 서재와 침실까지 모두 새로 칠한 리모델링 시안을 담은 아주 긴 제목입니다",
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstellendirektorenstellvertreterbüro"
    })
    void aLongTitleStaysWithinThePage(String title) throws IOException {
        for (var template : List.of(SetTemplate.CLIENT_CARD, SetTemplate.BEFORE_AFTER)) {
            compose(order(template, title, false, List.of(landscape(0, 1))));
            var board = picture("boards/01.jpg");
            assertThat(dark(board.getSubimage(board.getWidth() - 150, 0, 150, board.getHeight())))
                    .isZero();
            var head = board.getSubimage(150, 150, board.getWidth() - 300, 200);
            assertThat(dark(head)).as("ink of the title").isGreaterThan(3000);
        }
    }

    @Test
    void aTitleOfNothingDrawableGivesWayToTheTemplate() throws IOException {
        compose(order(SetTemplate.BEFORE_AFTER, "✨🛋️", false, List.of(landscape(0, 1))));
        byte[] emoji = Files.readAllBytes(folder.resolve("boards/01.jpg"));
        compose(order(SetTemplate.BEFORE_AFTER, "Before and after", false, List.of(landscape(0, 1))));
        assertThat(Files.readAllBytes(folder.resolve("boards/01.jpg"))).isEqualTo(emoji);
    }

    @Test
    void filesAreNumberedSoThatTheySort() throws IOException {
        var set = compose(order(SetTemplate.CLIENT_CARD, List.of(landscape(1, 2), landscape(120, 1))));
        assertThat(set.pictures())
                .extracting(SetFile::name)
                .containsExactly("boards/002-a.jpg", "boards/002-b.jpg", "boards/121.jpg");
    }

    @Test
    void refusesAttachmentsThatWouldTakeAnothersPlace() {
        assertThatThrownBy(() -> manifest("../evil.json")).isInstanceOf(SetOrderRefused.class);
        assertThatThrownBy(() -> manifest("/evil.json")).isInstanceOf(SetOrderRefused.class);
        assertThatThrownBy(() ->
                        compose(order(SetTemplate.CLIENT_CARD, List.of(landscape(0, 1))), manifest("boards/01.jpg")))
                .isInstanceOf(SetOrderRefused.class)
                .hasMessageContaining("Two files of the set are called boards/01.jpg");
    }

    @Test
    void keepsNothingOfAPhotoThatIsDone() throws IOException {
        List<Long> used = new ArrayList<>();
        var composer = composer(step -> {
            if (step.startsWith("compose") && (step.contains("(10 of") || step.contains("(40 of"))) {
                used.add(retained());
            }
            if (step.startsWith("write client_card.zip")) {
                used.add(retained());
            }
        });
        var photos = IntStream.range(0, 40).mapToObj(idx -> landscape(idx, 1)).toList();
        composer.compose(order(SetTemplate.CLIENT_CARD, photos), List.of(), new SetFolder(folder));
        // Thirty cards are 400 MB of pixels and 2 MB of JPEG.
        assertThat(used.get(1) - used.get(0)).as("after 40 cards, to 10").isLessThan(1_500_000);
        assertThat(used.get(2) - used.get(0))
                .as("after the PDF of 40, to 10 cards")
                .isLessThan(1_500_000);
    }

    private static long retained() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    @Test
    void tellsWhatItDoesAndCanBeStopped() {
        List<String> told = new ArrayList<>();
        var composer = composer(step -> {
            told.add(step);
            if (told.size() == 2) {
                throw new IllegalStateException("stop");
            }
        });
        assertThatThrownBy(() -> composer.compose(
                        order(SetTemplate.CLIENT_CARD, List.of(landscape(0, 1), landscape(1, 1))),
                        List.of(),
                        new SetFolder(folder)))
                .hasMessage("stop");
        assertThat(told).containsExactly("compose boards/01.jpg (1 of 2)", "compose boards/02.jpg (2 of 2)");
    }
}
