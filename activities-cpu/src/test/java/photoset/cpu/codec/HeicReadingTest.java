package photoset.cpu.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import photoset.cpu.codec.ImageCodec.Wanted;
import photoset.cpu.header.PhotoRefused;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Upright;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.rendering.OutputFormat;

/**
 * What phones write in HEIC, and what damage and lies make of it. The files, and beside each what pillow-heif shows of it,
 * are made by {@code heic/make.py} among the resources.
 */
@ParameterizedClass
@EnumSource(
        value = Kind.class,
        names = {"HEIC", "HEIC_AND_JAVA"})
class HeicReadingTest {
    private static final Raster QUARTERS = PictureFiles.quarters();

    /** Another rounding on the way from YCbCr, and another library for profiles. */
    private static final int LEVELS_APART = 3;

    private final ImageCodec codec;

    HeicReadingTest(Kind kind) {
        this.codec = kind.codec();
    }

    private static byte[] file(String name) {
        return PhotoFilesTest.resource("heic/" + name + ".heic");
    }

    private static int apart(byte[] one, byte[] other) {
        assertThat(one).hasSameSizeAs(other);
        int most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs((one[i] & 255) - (other[i] & 255)));
        }
        return most;
    }

    private static void assertShows(Raster actual, Raster expected) {
        assertThat(actual.width()).isEqualTo(expected.width());
        assertThat(actual.height()).isEqualTo(expected.height());
        assertThat(apart(actual.rgb(), expected.rgb())).isLessThanOrEqualTo(LEVELS_APART);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiles",
                "cropped",
                "third",
                "ten-bits",
                "ten-bits-p3",
                "full-color",
                "grey",
                "alpha",
                "alpha-premultiplied",
                "p3-profile",
                "p3-numbers",
                "gain-map",
                "exif-alone",
                "orientation-1"
            })
    void showsWhatAnotherReaderShows(String name) {
        var photo = codec.read(file(name));
        var expected = codec.read(PhotoFilesTest.resource("heic/" + name + ".png"));

        assertShows(photo.pixels(), expected.pixels());
        assertThat(apart(levels(photo.alpha()), levels(expected.alpha()))).isLessThanOrEqualTo(1);
    }

    private static byte[] levels(@Nullable Mask mask) {
        return mask == null ? new byte[0] : mask.levels();
    }

    /** The boxes turn, and what EXIF repeats of it does not turn once more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsOnce(int orientation) {
        var turned = Upright.turned(QUARTERS, orientation);
        var photo = codec.read(file("orientation-" + orientation)).pixels();

        assertThat(photo.width()).isEqualTo(turned.width());
        assertQuarters(photo, turned);
    }

    private static void assertQuarters(Raster actual, Raster expected) {
        for (int quarter = 0; quarter < 4; quarter++) {
            for (int channel = 0; channel < 3; channel++) {
                assertThat(middle(actual, quarter)[channel])
                        .as("quarter %d, channel %d", quarter, channel)
                        .isCloseTo(middle(expected, quarter)[channel], within(4));
            }
        }
    }

    private static int[] middle(Raster picture, int quarter) {
        int x = picture.width() * (1 + 2 * (quarter % 2)) / 4;
        int y = picture.height() * (1 + quarter / 2 * 2) / 4;
        int at = (y * picture.width() + x) * 3;
        return new int[] {picture.rgb()[at] & 255, picture.rgb()[at + 1] & 255, picture.rgb()[at + 2] & 255};
    }

    /** ISO/IEC 23008-12 leaves EXIF no say; phones write both, and what has only EXIF was turned by an editor. */
    @Test
    void turnsNothingByExifAlone() {
        assertQuarters(codec.read(file("exif-alone")).pixels(), QUARTERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"third", "gain-map", "ten-bits", "full-color"})
    void readsThePrimaryPictureAndNoOther(String name) {
        var photo = codec.read(file(name));

        assertQuarters(photo.pixels(), QUARTERS);
        assertThat(photo.alpha()).isNull();
    }

    @Test
    void cropsBeforeItTurns() {
        assertQuarters(codec.read(file("cropped")).pixels(), Upright.turned(QUARTERS, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p3-profile", "p3-numbers", "ten-bits-p3"})
    void convertsDisplayP3AndKeepsItsNumbers(String name) {
        var photo = codec.read(file(name), Wanted.SRGB_AND_OWN);

        int[] red = middle(photo.pixels(), 0);
        int[] truth = Profiles.srgbOfP3(200, 60, 50);
        for (int channel = 0; channel < 3; channel++) {
            assertThat(red[channel]).isBetween(truth[channel] - 5, truth[channel] + 5);
        }
        assertThat(red[0]).as("a red that stays at 200 without conversion").isGreaterThan(212);
        var own = photo.own();
        assertThat(own).isNotNull();
        assertQuarters(new Raster(96, 64, own.pixels().rgb()), QUARTERS);
        byte[] delivered = codec.write(own.pixels(), EncodeOptions.plain(OutputFormat.PNG));
        assertThat(middle(codec.read(delivered).pixels(), 0)[0]).isCloseTo(red[0], within(3));
    }

    @Test
    void keepsNoNumbersOfSrgb() {
        assertThat(codec.read(file("ten-bits"), Wanted.SRGB_AND_OWN).own()).isNull();
        assertThat(codec.read(file("orientation-6"), Wanted.SRGB_AND_OWN).own()).isNull();
    }

    private PhotoRefused refusal(byte[] file) {
        var refused = catchThrowableOfType(PhotoRefused.class, () -> codec.read(file));
        assertThat(refused).isNotNull();
        return refused;
    }

    private void assertDamaged(byte[] file) {
        var refused = refusal(file);
        assertThat(refused.fault().code()).isEqualTo(PhotoError.UNREADABLE_PHOTO);
        assertThat(refused.fault().message()).contains("damaged or cut off", "Send the photo again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiles", "orientation-6", "alpha"})
    void refusesWhatIsCutOff(String name) {
        byte[] whole = file(name);
        for (int length = 60; length < whole.length; length += Math.max(1, whole.length / 40)) {
            assertDamaged(Arrays.copyOf(whole, length));
        }
        assertDamaged(Arrays.copyOf(whole, whole.length - 40));
    }

    /** As an upload whose later parts never came: libheif would leave those tiles grey. */
    @Test
    void refusesTilesOfZeros() {
        byte[] file = file("tiles");
        Arrays.fill(file, file.length - 1000, file.length, (byte) 0);

        assertDamaged(file);
    }

    private static byte[] patched(String name, String mark, Consumer<ByteBuffer> patch) {
        byte[] file = file(name);
        patch.accept(ByteBuffer.wrap(file).position(new String(file, ISO_8859_1).indexOf(mark) + 4));
        return file;
    }

    /** Rows, columns or the size of the whole that the tiles do not make. */
    @ParameterizedTest
    @CsvSource({"2,-56", "3,1", "4,16", "4,2", "6,2"})
    void refusesATableOfTilesThatLies(int at, byte value) {
        assertDamaged(patched("tiles", "idat", table -> table.put(table.position() + at, value)));
    }

    @ParameterizedTest
    @CsvSource({"256,256", "48,32", "95,64", "16,16", "5000,5000"})
    void refusesASizeThatThePictureHasNot(int width, int height) {
        assertDamaged(patched(
                "orientation-1", "ispe", size -> size.putInt(0).putInt(width).putInt(height)));
    }

    /** A crop to a harmless size does not open the way for the picture behind it. */
    @Test
    void boundsWhatLiesBehindACrop() {
        byte[] file =
                patched("cropped", "ispe", size -> size.putInt(0).putInt(20_000).putInt(20_000));

        assertDamaged(file);
        assertThat(refusal(file).getCause()).hasMessageContaining("limit");
    }

    @Test
    void judgesTheSizeBeforeAnythingIsDecoded() {
        byte[] large =
                patched("tiles", "ispe", size -> size.putInt(0).putInt(9000).putInt(9000));

        assertThat(refusal(large).fault().code()).isEqualTo(PhotoError.PHOTO_TOO_LARGE);
    }

    /** Where the first item lies: its length, then its offset, behind head, version, sizes and count. */
    @ParameterizedTest
    @CsvSource({"20,2147483647", "20,3", "20,0", "16,2147483647", "16,-1", "16,0"})
    void refusesPlacesThatLie(int at, int value) {
        assertDamaged(patched("orientation-1", "iloc", table -> table.putInt(table.position() + at, value)));
    }

    @Test
    void refusesAPropertyThatIsNotThere() {
        assertDamaged(patched("orientation-1", "ipma", table -> table.put(table.position() + 12, (byte) 0x7f)));
    }

    @Test
    void refusesASetupOfNoise() {
        assertDamaged(patched(
                "tiles", "hvcC", setup -> setup.position(setup.position() + 22).put(new byte[40])));
    }

    @Test
    void refusesACountOfTilesThatLies() {
        assertDamaged(patched("tiles", "dimg", tiles -> tiles.putShort(tiles.position() + 2, (short) 5)));
    }
}
