package photoset.cpu.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import photoset.cpu.codec.ImageCodec.Wanted;
import photoset.cpu.header.PhotoHeader;
import photoset.cpu.header.PhotoRefused;
import photoset.cpu.natives.NativeLibrary;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.imaging.Upright;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.rendering.OutputFormat;

/** AVIF, HEIC and TIFF, and colours with a known truth. */
@ParameterizedClass
@EnumSource(Kind.class)
class PhotoFilesTest {
    private static final Raster QUARTERS = PictureFiles.quarters();

    private final ImageCodec codec;

    PhotoFilesTest(Kind kind) {
        this.codec = kind.codec();
    }

    /** An AVIF of the quarters as stored, with this orientation in its boxes and once more in its EXIF. */
    static byte[] avif(int orientation) {
        return resource("orientation-%d.avif".formatted(orientation));
    }

    static byte[] resource(String name) {
        try (var in = PhotoFilesTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private PhotoRefused refusal(byte[] file) {
        var refused = catchThrowableOfType(PhotoRefused.class, () -> codec.read(file));
        assertThat(refused).isNotNull();
        assertThat(refused.fault().code()).isEqualTo(PhotoError.UNSUPPORTED_FORMAT);
        return refused;
    }

    private static int[] middle(Raster picture, int quarter) {
        int x = picture.width() * (1 + 2 * (quarter % 2)) / 4;
        int y = picture.height() * (1 + quarter / 2 * 2) / 4;
        int at = (y * picture.width() + x) * 3;
        return new int[] {picture.rgb()[at] & 255, picture.rgb()[at + 1] & 255, picture.rgb()[at + 2] & 255};
    }

    private static void assertShows(Raster actual, Raster expected, int tolerance) {
        assertThat(actual.width()).isEqualTo(expected.width());
        for (int quarter = 0; quarter < 4; quarter++) {
            assertColor(middle(actual, quarter), middle(expected, quarter), tolerance);
        }
    }

    private static void assertColor(int[] actual, int[] expected, int tolerance) {
        for (int channel = 0; channel < 3; channel++) {
            assertThat(actual[channel])
                    .as("channel %d of %s, expected %s".formatted(channel, list(actual), list(expected)))
                    .isBetween(expected[channel] - tolerance, expected[channel] + tolerance);
        }
    }

    private static String list(int[] color) {
        return "(%d, %d, %d)".formatted(color[0], color[1], color[2]);
    }

    private static Raster filled(int red, int green, int blue) {
        byte[] rgb = new byte[32 * 32 * 3];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) red;
            rgb[i + 1] = (byte) green;
            rgb[i + 2] = (byte) blue;
        }
        return new Raster(32, 32, rgb);
    }

    private byte[] png(Raster numbers, byte[] profile) {
        return PictureFiles.withChunk(
                codec.write(numbers, OutputFormat.PNG), "iCCP", PictureFiles.compressedProfile(profile));
    }

    private static byte[] jpeg(byte[] jpeg, byte[] profile) {
        byte[] content = ByteBuffer.allocate(14 + profile.length)
                .put("ICC_PROFILE\0\1\1".getBytes(ISO_8859_1))
                .put(profile)
                .array();
        return PictureFiles.withSegment(jpeg, 0xe2, content);
    }

    /** A format stands in several places: its signature, its loader, what ImageIO reads. */
    @ParameterizedTest
    @EnumSource
    void readsWhateverIsOffered(PhotoFormat format) {
        byte[] file = Hostiles.seeds(format).getFirst();
        if (codec.reads(format)) {
            assertThat(codec.read(file).format()).isEqualTo(format);
        } else {
            assertThat(refusal(file).fault().message()).startsWith("This server cannot read " + format.title());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsAnAvifOnce(int orientation) {
        assumeTrue(codec.reads(PhotoFormat.AVIF));
        var photo = codec.read(avif(orientation));

        assertThat(photo.format()).isEqualTo(PhotoFormat.AVIF);
        assertShows(photo.pixels(), Upright.turned(QUARTERS, orientation), 3);
    }

    @Test
    void saysWhatToDoWithoutADecoderForAvif() {
        assumeTrue(!codec.reads(PhotoFormat.AVIF));

        assertThat(refusal(avif(1)).fault().message()).isEqualTo("This server cannot read AVIF. Send a JPEG or PNG.");
    }

    @Test
    void readsHeicOrSaysWhatToDo() {
        byte[] heic = resource("probe.heic");
        if (codec.reads(PhotoFormat.HEIC)) {
            assertThat(codec.read(heic).pixels().width()).isEqualTo(64);
        } else {
            assertThat(refusal(heic).fault().message()).contains("cannot read HEIC", "Most Compatible");
        }
    }

    /** The AVIF of the quarters whose colours are named by other numbers of ITU-T H.273. */
    private static byte[] avifOf(int primaries, int transfer) {
        byte[] file = avif(1);
        int numbers = new String(file, ISO_8859_1).indexOf("nclx") + 4;
        ByteBuffer.wrap(file).putShort(numbers, (short) primaries).putShort(numbers + 2, (short) transfer);
        return file;
    }

    /** The four quarters of {@link PictureFiles#quarters}. */
    private static int[] stored(int quarter) {
        return middle(QUARTERS, quarter);
    }

    @Test
    void convertsTheWideColorsOfAnAvifWithoutAProfile() {
        assumeTrue(codec.reads(PhotoFormat.AVIF));
        var p3 = codec.read(avifOf(12, 13)).pixels();
        var wide = codec.read(avifOf(9, 14)).pixels();
        var plain = codec.read(avifOf(1, 1)).pixels();
        for (int quarter = 0; quarter < 4; quarter++) {
            assertColor(middle(p3, quarter), Profiles.srgbOfP3(stored(quarter)), 4);
            assertColor(middle(wide, quarter), Profiles.srgbOfBt2020(stored(quarter)), 5);
            assertColor(middle(plain, quarter), stored(quarter), 3);
        }
        assertThat(Profiles.srgbOfP3(stored(1))[0])
                .as("a red that a missing conversion would leave at %d", stored(1)[0])
                .isLessThan(stored(1)[0] - 15);
    }

    @Test
    void convertsLinearValues() {
        assumeTrue(codec.reads(PhotoFormat.AVIF));
        int[] grey = middle(codec.read(avifOf(2, 8)).pixels(), 3);
        int truth = Srgb.toByte(220 / 255f) & 255;

        assertColor(grey, new int[] {truth, truth, truth}, 2);
        assertThat(truth).isGreaterThan(235);
    }

    @Test
    void keepsTheNumbersOfAnAvifAndSaysWhatTheyMean() {
        assumeTrue(codec.reads(PhotoFormat.AVIF));
        var own = codec.read(avifOf(12, 13), Wanted.SRGB_AND_OWN).own();

        assertThat(own).isNotNull();
        assertColor(middle(new Raster(96, 64, own.pixels().rgb()), 1), stored(1), 3);
        byte[] delivered = codec.write(own.pixels(), EncodeOptions.plain(OutputFormat.PNG));
        assertColor(middle(codec.read(delivered).pixels(), 1), Profiles.srgbOfP3(stored(1)), 4);
        byte[] byJava = ImageCodecs.java().read(delivered).pixels().rgb();
        assertColor(middle(new Raster(96, 64, byJava), 1), Profiles.srgbOfP3(stored(1)), 4);
        assertThat(codec.read(avifOf(1, 13), Wanted.SRGB_AND_OWN).own()).isNull();
    }

    @Test
    void knowsTheNumberedColorsOfAHeicToo() {
        byte[] heic = resource("probe.heic");
        assertThat(PhotoHeader.codedProfile(heic)).isEmpty();
        ByteBuffer.wrap(heic).putShort(new String(heic, ISO_8859_1).indexOf("nclx") + 4, (short) 12);
        assertThat(PhotoHeader.codedProfile(heic)).isPresent();
        assertThat(PhotoHeader.codedProfile(PictureFiles.jpeg(QUARTERS))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 18})
    void refusesHdrAndSaysWhatToDo(int transfer) {
        assertThat(refusal(avifOf(9, transfer)).fault().message())
                .isEqualTo("The photo is stored for HDR screens. Save it in the standard range and send it again.");
    }

    @Test
    void refusesASequence() {
        byte[] moving = avif(1);
        moving[11] = 's';

        assertThat(refusal(moving).fault().message()).contains("animation");
    }

    @Test
    void judgesAnAvifFromItsBoxes() {
        byte[] large = avif(1);
        int size = new String(large, ISO_8859_1).indexOf("ispe") + 8;
        ByteBuffer.wrap(large).putInt(size, 40_000);
        var refused = catchThrowableOfType(PhotoRefused.class, () -> codec.read(large));
        assertThat(refused.fault().code()).isEqualTo(PhotoError.PHOTO_TOO_LARGE);

        byte[] cut = PictureFiles.cut(avif(1), .3);
        var damaged = catchThrowableOfType(PhotoRefused.class, () -> codec.read(cut));
        assertThat(damaged.fault().code()).isEqualTo(PhotoError.UNREADABLE_PHOTO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "ZLib", "Deflate", "PackBits"})
    void readsPackedTiff(String compression) {
        var photo = codec.read(TiffFiles.packed(BufferedSamples.image(QUARTERS), compression));

        assertThat(photo.format()).isEqualTo(PhotoFormat.TIFF);
        assertThat(photo.pixels().rgb()).isEqualTo(QUARTERS.rgb());
    }

    @Test
    void readsTiffOfSixteenBits() {
        var image = new BufferedImage(96, 64, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 96 * 64; i++) {
            image.getRaster().setSample(i % 96, i / 96, 0, 100 * 257);
        }

        assertColor(middle(codec.read(TiffFiles.packed(image, "LZW")).pixels(), 1), new int[] {100, 100, 100}, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsATiffUpright(int orientation) {
        var order = orientation % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] file = TiffFiles.of(QUARTERS, order)
                .number(TiffFiles.ORIENTATION, orientation)
                .file();

        assertThat(codec.read(file).pixels().rgb())
                .isEqualTo(Upright.turned(QUARTERS, orientation).rgb());
    }

    @Test
    void refusesTiffsOfOtherKindsInWords() {
        var order = ByteOrder.LITTLE_ENDIAN;

        assertThat(refusal(TiffFiles.of(QUARTERS, order).paged().file()).fault().message())
                .contains("several pages");
        assertThat(refusal(TiffFiles.of(QUARTERS, order)
                                .number(TiffFiles.COMPRESSION, 6)
                                .file())
                        .fault()
                        .message())
                .contains("unusual compression");
        assertThat(refusal(TiffFiles.of(QUARTERS, order)
                                .number(TiffFiles.SAMPLE_FORMAT, 3)
                                .file())
                        .fault()
                        .message())
                .contains("unusual depth");
    }

    @Test
    void convertsAdobeRgb() {
        int[] truth = Profiles.srgbOfAdobe(90, 160, 70);

        assertColor(
                middle(codec.read(png(filled(90, 160, 70), Profiles.adobeRgb())).pixels(), 0), truth, 2);
        byte[] file = jpeg(PictureFiles.jpeg(filled(90, 160, 70)), Profiles.adobeRgb());
        assertColor(middle(codec.read(file).pixels(), 0), truth, 3);
        assertThat(truth[0])
                .as("a colour that a missing conversion would leave at 90")
                .isLessThan(60);
    }

    @Test
    void convertsTiffThroughItsProfile() {
        byte[] file = TiffFiles.of(filled(200, 60, 50), ByteOrder.LITTLE_ENDIAN)
                .bytes(34_675, Profiles.displayP3())
                .file();

        assertColor(middle(codec.read(file).pixels(), 0), Profiles.srgbOfP3(200, 60, 50), 2);
    }

    @Test
    void convertsSixteenBitDisplayP3() {
        assumeTrue(codec.name().startsWith("libvips"));
        var image = new BufferedImage(
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        false,
                        false,
                        Transparency.OPAQUE,
                        DataBuffer.TYPE_USHORT),
                java.awt.image.Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 32, 32, 3, null),
                false,
                null);
        for (int i = 0; i < 32 * 32; i++) {
            image.getRaster().setPixel(i % 32, i / 32, new int[] {200 * 257, 60 * 257, 50 * 257});
        }
        byte[] file = PictureFiles.withChunk(
                PictureFiles.write(image, "png"), "iCCP", PictureFiles.compressedProfile(Profiles.displayP3()));

        assertColor(middle(codec.read(file).pixels(), 0), Profiles.srgbOfP3(200, 60, 50), 1);
    }

    /** The Java codec takes every grey for sRGB's; see its Javadoc. */
    @Test
    void convertsGreyThroughItsProfile() {
        assumeTrue(codec.name().startsWith("libvips"));
        var image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 32 * 32; i++) {
            image.getRaster().setSample(i % 32, i / 32, 0, 100);
        }
        byte[] file = jpeg(PictureFiles.write(image, "jpeg"), Profiles.grey(1));

        assertColor(middle(codec.read(file).pixels(), 0), new int[] {168, 168, 168}, 1);
    }

    /** The Java codec's reader mixes inks without their profile. */
    @Test
    void readsInksThroughTheirProfile() {
        assumeTrue(codec.name().startsWith("libvips"));
        byte[] file = jpeg(PictureFiles.cmykJpeg(0xffffffff, 0x00ffffff), Profiles.orangeCyanInks());
        var photo = codec.read(file).pixels();

        assertColor(middle(photo, 0), new int[] {255, 255, 255}, 3);
        assertColor(middle(photo, 1), new int[] {236, 78, 0}, 4);
    }

    @Test
    void readsSamplesOfAnAvifThatItWrote() {
        assumeTrue(codec.reads(PhotoFormat.AVIF));
        var samples = new Samples(96, 64, 3, QUARTERS.rgb());
        byte[] file = Vips.load(Path.of(NativeLibrary.VIPS.named(null).orElseThrow()))
                .encode(samples, ".avif[Q=90,effort=0,subsample_mode=off]", Profiles.displayP3());

        assertColor(middle(codec.read(file).pixels(), 0), Profiles.srgbOfP3(200, 60, 50), 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ycbcr-strips", "ycbcr-tiles", "rgb-strips", "rgb-tiles", "big", "big-be"})
    void readsTheTiffsOfScannersAndArchives(String name) throws IOException {
        var picture = codec.read(tiff(name)).pixels();

        assertThat(picture.height()).isEqualTo(64);
        assertColor(middle(picture, 0), new int[] {200, 60, 50}, 4);
        assertColor(middle(picture, 1), new int[] {60, 140, 70}, 4);
        assertColor(middle(picture, 2), new int[] {50, 80, 190}, 4);
        assertColor(middle(picture, 3), new int[] {230, 220, 200}, 4);
    }

    @Test
    void readsATiffOfAFaxMachine() throws IOException {
        var picture = codec.read(tiff("g4")).pixels();

        assertColor(middle(picture, 0), new int[] {0, 0, 0}, 0);
        assertColor(middle(picture, 3), new int[] {255, 255, 255}, 0);
    }

    @Test
    void refusesABigTiffThatIsCutOff() throws IOException {
        byte[] big = tiff("big");
        for (int length = 16; length < big.length; length += 97) {
            byte[] part = Arrays.copyOf(big, length);
            assertThat(catchThrowableOfType(PhotoRefused.class, () -> codec.read(part)))
                    .as("%d bytes", length)
                    .isNotNull();
        }
    }

    private static byte[] tiff(String name) throws IOException {
        try (var in = PhotoFilesTest.class.getResourceAsStream("tiff/" + name + ".tif")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static final byte[] P3_BY_NUMBER = {12, 13, 0, 1};

    @Test
    void convertsWhatAPngNamesByNumber() {
        byte[] plain = codec.write(PictureFiles.quarters(), OutputFormat.PNG);

        var photo = codec.read(PictureFiles.withChunk(plain, "cICP", P3_BY_NUMBER));

        assertColor(middle(photo.pixels(), 0), Profiles.srgbOfP3(200, 60, 50), 2);
    }

    @Test
    void aNumberGoesBeforeAProfileInPng() {
        byte[] profiled = png(PictureFiles.quarters(), Profiles.displayP3());

        var photo = codec.read(PictureFiles.withChunk(profiled, "cICP", new byte[] {1, 13, 0, 1}));

        assertColor(middle(photo.pixels(), 0), new int[] {200, 60, 50}, 2);
    }

    @Test
    void convertsMeasuredPrimariesInPng() {
        byte[] plain = codec.write(PictureFiles.quarters(), OutputFormat.PNG);
        var primaries = ByteBuffer.allocate(32);
        for (int hundredThousandths : new int[] {31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000}) {
            primaries.putInt(hundredThousandths);
        }
        byte[] gamma = ByteBuffer.allocate(4).putInt(45_455).array();
        byte[] measured =
                PictureFiles.withChunk(PictureFiles.withChunk(plain, "cHRM", primaries.array()), "gAMA", gamma);

        assertColor(middle(codec.read(measured).pixels(), 0), Profiles.srgbOfP3(200, 60, 50), 6);
        byte[] declared = PictureFiles.withChunk(measured, "sRGB", new byte[] {0});
        assertColor(middle(codec.read(declared).pixels(), 0), new int[] {200, 60, 50}, 2);
    }
}
