package photoset.cpu.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static photoset.workflows.photos.PhotoError.PHOTO_TOO_LARGE;
import static photoset.workflows.photos.PhotoError.PHOTO_TOO_SMALL;
import static photoset.workflows.photos.PhotoError.UNREADABLE_PHOTO;
import static photoset.workflows.photos.PhotoError.UNSUPPORTED_FORMAT;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import photoset.cpu.header.PhotoRefused;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Upright;
import photoset.imaging.png.GreyPng;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.rendering.OutputFormat;

/** Both codecs keep the same promises. */
@ParameterizedClass
@EnumSource(Kind.class)
class ImageCodecTest {
    /** A lossless WebP of 24 x 16 pixels, left half (200, 60, 50), right half (50, 80, 180). */
    private static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRioAAABXRUJQVlA4TB4AAAAvF8ADAA9wCp6rIV9GcP5jCUICwv+1HugWRPQ/sBk=");

    static byte[] webp() {
        return WEBP.clone();
    }

    private final ImageCodec codec;

    ImageCodecTest(Kind kind) {
        this.codec = kind.codec();
    }

    private static int[] at(Raster picture, int x, int y) {
        int at = (y * picture.width() + x) * 3;
        return new int[] {picture.rgb()[at] & 255, picture.rgb()[at + 1] & 255, picture.rgb()[at + 2] & 255};
    }

    private static void assertClose(Raster actual, Raster expected, int tolerance) {
        assertThat(actual.width()).isEqualTo(expected.width());
        assertThat(actual.height()).isEqualTo(expected.height());
        // The middles of the quarters, away from the edges that JPEG blurs.
        for (int quarter = 0; quarter < 4; quarter++) {
            int x = actual.width() * (1 + 2 * (quarter % 2)) / 4;
            int y = actual.height() * (1 + quarter / 2 * 2) / 4;
            assertPixel(actual, x, y, at(expected, x, y), tolerance);
        }
    }

    private static void assertPixel(Raster picture, int x, int y, int[] expected, int tolerance) {
        int[] actual = at(picture, x, y);
        for (int channel = 0; channel < 3; channel++) {
            assertThat(actual[channel])
                    .as("channel %d at %d, %d", channel, x, y)
                    .isBetween(expected[channel] - tolerance, expected[channel] + tolerance);
        }
    }

    private PhotoError refusal(byte[] file) {
        var refused = catchThrowableOfType(PhotoRefused.class, () -> codec.read(file));
        assertThat(refused).isNotNull();
        assertThat(refused.fault().message()).matches("[A-Z].*\\.");
        return refused.fault().code();
    }

    @Test
    void keepsEveryPixelOfAPng() {
        var photo = codec.read(codec.write(PictureFiles.quarters(), OutputFormat.PNG));

        assertThat(photo.format()).isEqualTo(PhotoFormat.PNG);
        assertThat(photo.pixels().rgb()).isEqualTo(PictureFiles.quarters().rgb());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsAJpegUpright(int orientation) {
        var stored = PictureFiles.jpeg(PictureFiles.quarters());
        var order = orientation % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        var photo = codec.read(PictureFiles.withSegment(stored, 0xe1, PictureFiles.exif(orientation, order)));

        var upright = Upright.turned(PictureFiles.quarters(), orientation);
        assertClose(photo.pixels(), upright, 4);
    }

    @Test
    void takesANonsenseOrientationForUpright() {
        var stored = PictureFiles.jpeg(PictureFiles.quarters());
        var odd = PictureFiles.withSegment(stored, 0xe1, PictureFiles.exif(9, ByteOrder.BIG_ENDIAN));

        assertClose(codec.read(odd).pixels(), PictureFiles.quarters(), 4);
    }

    @Test
    void readsProgressiveJpeg() {
        assertClose(codec.read(PictureFiles.progressiveJpeg()).pixels(), PictureFiles.quarters(), 8);
    }

    @Test
    void readsGreyWithoutBrighteningIt() {
        var image = new BufferedImage(96, 64, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 96 * 64; i++) {
            image.getRaster().setSample(i % 96, i / 96, 0, 100);
        }

        assertPixel(codec.read(PictureFiles.write(image, "png")).pixels(), 10, 10, new int[] {100, 100, 100}, 0);
        assertPixel(codec.read(PictureFiles.write(image, "jpeg")).pixels(), 10, 10, new int[] {100, 100, 100}, 1);
    }

    @Test
    void reducesSixteenBits() {
        var image = new BufferedImage(96, 64, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 96 * 64; i++) {
            image.getRaster().setSample(i % 96, i / 96, 0, 100 * 257);
        }

        assertPixel(codec.read(PictureFiles.write(image, "png")).pixels(), 10, 10, new int[] {100, 100, 100}, 1);
    }

    @Test
    void resolvesAPalette() {
        byte[] red = {(byte) 200, 60, 50, (byte) 220};
        byte[] green = {60, (byte) 160, 80, (byte) 220};
        byte[] blue = {50, 70, (byte) 180, (byte) 220};
        var palette = new IndexColorModel(8, 4, red, green, blue);
        var image = new BufferedImage(96, 64, BufferedImage.TYPE_BYTE_INDEXED, palette);
        for (int i = 0; i < 96 * 64; i++) {
            image.getRaster().setSample(i % 96, i / 96, 0, (i % 96 < 48 ? 0 : 1) + (i / 96 < 32 ? 0 : 2));
        }

        assertClose(codec.read(PictureFiles.write(image, "png")).pixels(), PictureFiles.quarters(), 0);
    }

    @Test
    void laysTransparencyOnWhite() {
        var image = new BufferedImage(96, 64, BufferedImage.TYPE_4BYTE_ABGR);
        for (int i = 0; i < 96 * 64; i++) {
            image.setRGB(i % 96, i / 96, i % 96 < 48 ? 0x00ff0000 : 0x80ff0000);
        }
        var photo = codec.read(PictureFiles.write(image, "png")).pixels();

        assertPixel(photo, 10, 10, new int[] {255, 255, 255}, 0);
        assertPixel(photo, 80, 10, new int[] {255, 127, 127}, 1);
    }

    @Test
    void convertsADisplayP3Jpeg() {
        byte[] marked = concat("ICC_PROFILE\0\1\1".getBytes(ISO_8859_1), Profiles.displayP3());
        var photo = codec.read(PictureFiles.withSegment(PictureFiles.jpeg(PictureFiles.quarters()), 0xe2, marked));

        assertPixel(photo.pixels(), 72, 16, Profiles.srgbOfP3(60, 160, 70), 4);
        assertPixel(photo.pixels(), 24, 16, Profiles.srgbOfP3(200, 60, 50), 4);
    }

    @Test
    void convertsADisplayP3Png() {
        var png = codec.write(PictureFiles.quarters(), OutputFormat.PNG);
        var profiled = PictureFiles.withChunk(png, "iCCP", PictureFiles.compressedProfile(Profiles.displayP3()));

        assertPixel(codec.read(profiled).pixels(), 24, 16, Profiles.srgbOfP3(200, 60, 50), 2);
    }

    @Test
    void survivesAProfileThatIsNone() {
        byte[] marked = concat(
                "ICC_PROFILE\0\1\1".getBytes(ISO_8859_1), "rubbish".repeat(30).getBytes(ISO_8859_1));
        var photo = codec.read(PictureFiles.withSegment(PictureFiles.jpeg(PictureFiles.quarters()), 0xe2, marked));

        assertClose(photo.pixels(), PictureFiles.quarters(), 4);
    }

    @Test
    void readsTheInksOfACmykJpeg() {
        var photo = codec.read(PictureFiles.cmykJpeg(0xffffffff, 0x00ffffff)).pixels();

        assertPixel(photo, 20, 30, new int[] {255, 255, 255}, 8);
        int[] cyan = at(photo, 80, 30);
        assertThat(cyan[0]).as("red of cyan ink").isLessThan(90);
        assertThat(cyan[2]).as("blue of cyan ink").isGreaterThan(170);
    }

    @Test
    void readsWebp() {
        var photo = codec.read(WEBP);

        assertThat(photo.format()).isEqualTo(PhotoFormat.WEBP);
        assertPixel(photo.pixels(), 5, 8, new int[] {200, 60, 50}, 0);
        assertPixel(photo.pixels(), 18, 8, new int[] {50, 80, 180}, 0);
    }

    @Test
    void refusesWhatIsCutOff() {
        var noise = new byte[200 * 200 * 3];
        new Random(1).nextBytes(noise);
        var picture = new Raster(200, 200, noise);

        assertThat(refusal(PictureFiles.cut(PictureFiles.jpeg(picture), .6))).isEqualTo(UNREADABLE_PHOTO);
        assertThat(refusal(PictureFiles.cut(PictureFiles.progressiveJpeg(), .6)))
                .isEqualTo(UNREADABLE_PHOTO);
        assertThat(refusal(PictureFiles.cut(codec.write(picture, OutputFormat.PNG), .6)))
                .isEqualTo(UNREADABLE_PHOTO);
        assertThat(refusal(PictureFiles.cut(WEBP, .6))).isEqualTo(UNREADABLE_PHOTO);
        assertThat(refusal(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})).isEqualTo(UNREADABLE_PHOTO);
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThat(refusal("This is a text that calls itself .jpg".getBytes(UTF_8)))
                .isEqualTo(UNSUPPORTED_FORMAT);
        assertThat(refusal(new byte[0])).isEqualTo(UNSUPPORTED_FORMAT);
        assertThat(refusal("GIF89a".getBytes(UTF_8))).isEqualTo(UNSUPPORTED_FORMAT);
        assertThat(refusal("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8)))
                .isEqualTo(UNSUPPORTED_FORMAT);
    }

    @Test
    void refusesAnimations() {
        var png = codec.write(PictureFiles.quarters(), OutputFormat.PNG);

        assertThat(refusal(PictureFiles.withChunk(png, "acTL", new byte[8]))).isEqualTo(UNSUPPORTED_FORMAT);
    }

    @Test
    void refusesABombFromItsHeader() {
        var bomb = PictureFiles.bitPng(30_000, 30_000);

        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(refusal(bomb)).isEqualTo(PHOTO_TOO_LARGE);
        // Damage behind the header is never found, since nothing behind it is looked at.
        bomb[2000] ^= 1;
        assertThat(refusal(bomb)).isEqualTo(PHOTO_TOO_LARGE);
    }

    @Test
    void refusesTooFewAndTooManyPixels() {
        assertThat(refusal(PictureFiles.bitPng(15, 100))).isEqualTo(PHOTO_TOO_SMALL);
        assertThat(refusal(PictureFiles.bitPng(30_001, 16))).isEqualTo(PHOTO_TOO_LARGE);
        assertThat(refusal(PictureFiles.bitPng(1, 1))).isEqualTo(PHOTO_TOO_SMALL);
        assertThat(codec.read(PictureFiles.bitPng(16, 16)).pixels().width()).isEqualTo(16);
        assertThat(codec.read(PictureFiles.bitPng(30_000, 16)).pixels().width()).isEqualTo(30_000);
    }

    @Test
    void staysUpWhateverIsInAFile() {
        var random = new Random(11);
        byte[] jpeg = PictureFiles.jpeg(PictureFiles.quarters());
        byte[] png = codec.write(PictureFiles.quarters(), OutputFormat.PNG);
        // The Java reader may spin for seconds in a broken lossless WebP before it gives up; the activity's deadline
        // bounds that, a test must not wait for it.
        byte[][] seeds = codec.writes(OutputFormat.WEBP) ? new byte[][] {jpeg, png, WEBP} : new byte[][] {jpeg, png};
        for (int i = 0; i < 300; i++) {
            byte[] file = seeds[i % seeds.length].clone();
            for (int change = 0; change <= random.nextInt(8); change++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(codec.read(file).pixels().pixels()).isPositive();
            } catch (PhotoRefused refused) {
                assertThat(refused.fault().message()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void writesTheSameBytesTwiceAndNoMetadata(OutputFormat format) {
        assumeTrue(codec.writes(format));
        var exif = PictureFiles.exif(1, ByteOrder.BIG_ENDIAN);
        var photo = codec.read(PictureFiles.withSegment(PictureFiles.jpeg(PictureFiles.quarters()), 0xe1, exif));

        byte[] file = codec.write(photo.pixels(), format);
        assertThat(codec.write(photo.pixels().copy(), format)).isEqualTo(file);
        assertThat(new String(file, ISO_8859_1)).doesNotContain("Exif", "eXIf", "EXIF", "GPS", "ICC_PROFILE", "iCCP");
        assertThat(codec.read(file).format().name()).isEqualTo(format.name());
        assertClose(codec.read(file).pixels(), PictureFiles.quarters(), 8);
    }

    @Test
    void saysThatItCannotWriteWebpOrWritesIt() {
        if (codec.writes(OutputFormat.WEBP)) {
            assertThat(codec.write(PictureFiles.quarters(), OutputFormat.WEBP)).startsWith('R', 'I', 'F', 'F');
        } else {
            assertThatThrownBy(() -> codec.write(PictureFiles.quarters(), OutputFormat.WEBP))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("PNG or JPEG");
        }
    }

    @Test
    void givesBackMasks() {
        byte[] levels = new byte[96 * 64];
        new Random(3).nextBytes(levels);

        var mask = codec.readMask(GreyPng.encode(new Mask(96, 64, levels)));
        assertThat(mask.width()).isEqualTo(96);
        assertThat(mask.levels()).isEqualTo(levels);
    }

    @Test
    void namesItselfWithItsVersion() {
        assertThat(codec.name()).matches("(libvips/8\\.\\d+\\.\\d+|imageio/\\d+)( libheif/1\\.\\d+\\.\\d+)?");
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
