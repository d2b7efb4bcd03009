package photoset.cpu.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photoset.cpu.codec.ImageCodec.Wanted;
import photoset.imaging.Mask;
import photoset.imaging.ProfiledRaster;
import photoset.imaging.Raster;
import photoset.objects.FileHash;
import photoset.workflows.rendering.OutputFormat;

/** What leaves: no metadata, the wanted profile, the alpha, and the same bytes each time. */
@ParameterizedClass
@EnumSource(Kind.class)
class DeliveredFilesTest {
    /** Stands in every kind of metadata of the inputs; "GPS 52.5N" is what the EXIF of the fixtures says. */
    private static final String PLANT = "PLANTED-52.5N-13.4E";

    private static final byte[] PLANTED = PLANT.getBytes(ISO_8859_1);

    private final ImageCodec codec;

    DeliveredFilesTest(Kind kind) {
        this.codec = kind.codec();
    }

    private static byte[] withPrefix(String prefix) {
        return (prefix + PLANT).getBytes(ISO_8859_1);
    }

    /** EXIF with a place and a thumbnail, XMP, IPTC and a comment. */
    private static byte[] plantedJpeg() {
        byte[] thumbnail = PictureFiles.withSegment(PictureFiles.jpeg(PictureFiles.quarters()), 0xfe, PLANTED);
        byte[] exif = PictureFiles.exif(1, ByteOrder.BIG_ENDIAN);
        byte[] both = ByteBuffer.allocate(exif.length + thumbnail.length)
                .put(exif)
                .put(thumbnail)
                .array();
        byte[] file = PictureFiles.withSegment(PictureFiles.jpeg(PictureFiles.quarters()), 0xfe, PLANTED);
        file = PictureFiles.withSegment(file, 0xed, withPrefix("Photoshop 3.0\0"));
        file = PictureFiles.withSegment(file, 0xe1, withPrefix("http://ns.adobe.com/xap/1.0/\0"));
        return PictureFiles.withSegment(file, 0xe1, both);
    }

    private byte[] plantedPng() {
        byte[] exif = PictureFiles.exif(1, ByteOrder.LITTLE_ENDIAN);
        byte[] file = codec.write(PictureFiles.quarters(), OutputFormat.PNG);
        file = PictureFiles.withChunk(file, "tEXt", withPrefix("Comment\0"));
        file = PictureFiles.withChunk(file, "iTXt", withPrefix("XML:com.adobe.xmp\0\0\0\0\0"));
        return PictureFiles.withChunk(file, "eXIf", Arrays.copyOfRange(exif, 6, exif.length));
    }

    private static byte[] plantedTiff() {
        return TiffFiles.of(PictureFiles.quarters(), ByteOrder.LITTLE_ENDIAN)
                .bytes(270, PLANTED)
                .bytes(700, PLANTED)
                .bytes(33_723, PLANTED)
                .bytes(34_377, PLANTED)
                .file();
    }

    /** The still WebP of the other test in the extended form, with EXIF and XMP. */
    private static byte[] plantedWebp() {
        byte[] still = ImageCodecTest.webp();
        byte[] exif = PictureFiles.exif(1, ByteOrder.LITTLE_ENDIAN);
        var chunks = ByteBuffer.allocate(18 + still.length - 12 + 8 + exif.length + 8 + PLANTED.length + 1)
                .order(ByteOrder.LITTLE_ENDIAN);
        chunks.put("VP8X".getBytes(ISO_8859_1)).putInt(10).putInt(0x0c);
        chunks.put(new byte[] {23, 0, 0, 15, 0, 0});
        chunks.put(still, 12, still.length - 12);
        chunks.put("EXIF".getBytes(ISO_8859_1)).putInt(exif.length).put(exif);
        chunks.put("XMP ".getBytes(ISO_8859_1)).putInt(PLANTED.length).put(PLANTED);
        return ByteBuffer.allocate(12 + chunks.capacity())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(ISO_8859_1))
                .putInt(4 + chunks.capacity())
                .put("WEBP".getBytes(ISO_8859_1))
                .put(chunks.array())
                .array();
    }

    private Map<String, byte[]> plantedFiles() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("JPEG", plantedJpeg());
        files.put("PNG", plantedPng());
        files.put("TIFF", plantedTiff());
        files.put("WebP", plantedWebp());
        return files;
    }

    @Test
    void noMetadataOfAnyInputLeaves() {
        plantedFiles().forEach((format, file) -> {
            assertThat(new String(file, ISO_8859_1)).as(format).contains(PLANT);
            var picture = codec.read(file, Wanted.SRGB_AND_OWN).pixels();
            assertClean(format + " to view", codec.writeJpeg(picture, 95));
            for (var output : OutputFormat.values()) {
                if (codec.writes(output)) {
                    assertClean(format + " to " + output, codec.write(picture, output));
                    byte[] profiled = codec.write(inP3(picture), EncodeOptions.plain(output));
                    assertClean(format + " with profile to " + output, profiled);
                }
            }
        });
    }

    private static ProfiledRaster inP3(Raster numbers) {
        return new ProfiledRaster(numbers.width(), numbers.height(), numbers.rgb(), Profiles.displayP3());
    }

    private static void assertClean(String what, byte[] file) {
        assertThat(new String(file, ISO_8859_1))
                .as(what)
                .doesNotContain("PLANTED", "52.5N", "13.4E", "Exif", "eXIf", "EXIF", "xmp", "XMP", "Photoshop", "tEXt");
    }

    @Test
    void jpegKeepsColorAtFullResolution() {
        byte[] jpeg = codec.write(PictureFiles.quarters(), OutputFormat.JPEG);
        int frame = new String(jpeg, ISO_8859_1).indexOf("\u00ff\u00c0\0\u0011\b");

        assertThat(frame).isPositive();
        assertThat(new byte[] {jpeg[frame + 11], jpeg[frame + 14], jpeg[frame + 17]})
                .as("sampling factors of the three components")
                .containsOnly(0x11);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void theSameFileGivesTheSameBytesOnEveryThread(OutputFormat format) {
        assumeTrue(codec.writes(format));
        byte[] noise = new byte[200 * 150 * 3];
        new Random(5).nextBytes(noise);
        byte[] input = PictureFiles.jpeg(new Raster(200, 150, noise));

        var hashes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(run -> FileHash.sha256(codec.write(codec.read(input).pixels(), format)))
                .distinct()
                .toList();
        assertThat(hashes).hasSize(1);
    }

    private static byte[] halfTransparent() {
        var image = new BufferedImage(96, 64, BufferedImage.TYPE_4BYTE_ABGR);
        for (int i = 0; i < 96 * 64; i++) {
            int alpha = i % 96 < 32 ? 0 : i % 96 < 64 ? 0x80 : 0xff;
            image.setRGB(i % 96, i / 96, alpha << 24 | 0xc83c32);
        }
        return PictureFiles.write(image, "png");
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "WEBP"})
    void handsAlphaOnAndWritesIt(OutputFormat format) {
        assumeTrue(codec.writes(format));
        var photo = codec.read(halfTransparent());
        assertThat(photo.alpha()).isNotNull();
        assertThat(new int[] {
                    photo.alpha().at(0), photo.alpha().at(40), photo.alpha().at(80)
                })
                .containsExactly(0, 128, 255);

        var again = codec.read(codec.write(photo.pixels(), new EncodeOptions(format, photo.alpha())));
        assertThat(again.alpha()).isNotNull();
        assertThat(again.alpha().levels()).isEqualTo(photo.alpha().levels());
        int tolerance = format == OutputFormat.PNG ? 1 : 8;
        for (int x : new int[] {10, 48, 80}) {
            assertThat(again.pixels().rgb()[x * 3 + 1] & 255)
                    .isBetween(
                            (photo.pixels().rgb()[x * 3 + 1] & 255) - tolerance,
                            (photo.pixels().rgb()[x * 3 + 1] & 255) + tolerance);
        }
    }

    @Test
    void sayNothingOfAlphaWhereThereIsNone() {
        var opaque = new BufferedImage(96, 64, BufferedImage.TYPE_4BYTE_ABGR);
        for (int i = 0; i < 96 * 64; i++) {
            opaque.setRGB(i % 96, i / 96, 0xff3ca046);
        }

        assertThat(codec.read(PictureFiles.write(opaque, "png")).alpha()).isNull();
        assertThat(codec.read(PictureFiles.jpeg(PictureFiles.quarters())).alpha())
                .isNull();
    }

    @Test
    void jpegStaysOnWhite() {
        var photo = codec.read(halfTransparent());
        byte[] jpeg = codec.write(photo.pixels(), new EncodeOptions(OutputFormat.JPEG, Mask.empty(96, 64)));

        assertThat(jpeg).isEqualTo(codec.write(photo.pixels(), OutputFormat.JPEG));
    }

    @Test
    void keepsTheNumbersOfWhatWasNotPaintedInTheirOwnSpace() {
        var numbers = PictureFiles.quarters();
        byte[] profile = Profiles.adobeRgb();
        byte[] file = PictureFiles.withChunk(
                codec.write(numbers, OutputFormat.PNG), "iCCP", PictureFiles.compressedProfile(profile));
        var photo = codec.read(file, Wanted.SRGB_AND_OWN);
        var own = photo.own();
        assertThat(own).isNotNull();
        assertThat(own.pixels().profile()).isEqualTo(profile);
        assertThat(own.pixels().rgb()).isEqualTo(numbers.rgb());

        var painted = photo.pixels().copy();
        for (int channel = 0; channel < 3; channel++) {
            painted.rgb()[channel] = (byte) new int[] {156, 175, 136}[channel];
        }
        byte[] delivered =
                codec.write(own.painted(photo.pixels(), painted, codec), EncodeOptions.plain(OutputFormat.PNG));

        var again = codec.read(delivered, Wanted.SRGB_AND_OWN);
        assertThat(again.own()).isNotNull();
        assertThat(again.own().pixels().profile()).isEqualTo(profile);
        byte[] kept = again.own().pixels().rgb();
        assertThat(Arrays.equals(kept, 3, kept.length, numbers.rgb(), 3, kept.length))
                .isTrue();
        assertThat(Arrays.copyOf(kept, 3)).isNotEqualTo(Arrays.copyOf(numbers.rgb(), 3));
        for (int channel = 0; channel < 3; channel++) {
            assertThat(again.pixels().rgb()[channel] & 255)
                    .isBetween((painted.rgb()[channel] & 255) - 2, (painted.rgb()[channel] & 255) + 2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "WEBP"})
    void carriesTheProfileInEveryFormat(OutputFormat format) {
        assumeTrue(codec.writes(format));
        byte[] file = codec.write(inP3(PictureFiles.quarters()), EncodeOptions.plain(format));

        var own = codec.read(file, Wanted.SRGB_AND_OWN).own();
        assertThat(own).isNotNull();
        assertThat(own.pixels().profile()).isEqualTo(Profiles.displayP3());
    }

    @Test
    void thereIsNothingOfItsOwnInSrgb() {
        assertThat(codec.read(PictureFiles.jpeg(PictureFiles.quarters()), Wanted.SRGB_AND_OWN)
                        .own())
                .isNull();
        byte[] png = codec.write(PictureFiles.quarters(), OutputFormat.PNG);
        byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        byte[] tagged = PictureFiles.withChunk(png, "iCCP", PictureFiles.compressedProfile(srgb));

        assertThat(codec.read(tagged, Wanted.SRGB_AND_OWN).own()).isNull();
    }
}
