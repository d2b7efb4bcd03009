package photoset.imaging.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photoset.imaging.Mask;

class GreyPngCheckTest {
    private static final int WIDTH = 41;
    private static final int HEIGHT = 23;

    private final byte[] good = noise(WIDTH, HEIGHT);

    private static byte[] noise(int width, int height) {
        var alpha = new byte[width * height];
        new Random(1).nextBytes(alpha);
        return GreyPng.encode(new Mask(width, height, alpha));
    }

    private static boolean fits(byte[] file) throws IOException {
        return GreyPngCheck.fits(new ByteArrayInputStream(file), WIDTH, HEIGHT);
    }

    @Test
    void takesOwnAndStrangersMasks() throws IOException {
        assertThat(fits(good)).isTrue();
        assertThat(fits(written(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY))).isTrue();
        var large = GreyPng.encode(new Mask(3000, 2000, new byte[6_000_000]));
        assertThat(GreyPngCheck.fits(new ByteArrayInputStream(large), 3000, 2000))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "23, 41, 10", // on its side
        "41, 24, 10", // a row too many
        "41, 23, 5", // colours
        "41, 23, 12", // one bit
        "41, 23, 11" // 16 bits
    })
    void refusesOtherShapes(int width, int height, int type) throws IOException {
        assertThat(fits(written(width, height, type))).isFalse();
    }

    @Test
    void refusesAMaskThatIsCutAnywhereOrHasAByteChangedAnywhere() throws IOException {
        for (int at = 0; at < good.length; at++) {
            assertThat(fits(Arrays.copyOf(good, at))).as("cut at %d", at).isFalse();
            byte[] changed = good.clone();
            changed[at] ^= 0x10;
            assertThat(fits(changed)).as("changed at %d", at).isFalse();
        }
    }

    @Test
    void stopsReadingWhatIsFarTooLong() throws IOException {
        byte[] levels = new byte[1000 * 1000];
        new Random(1).nextBytes(levels);
        byte[] bomb = GreyPng.encode(new Mask(1000, 1000, levels));
        System.arraycopy(good, 0, bomb, 0, 33);
        var in = new ByteArrayInputStream(bomb);

        assertThat(GreyPngCheck.fits(in, WIDTH, HEIGHT)).isFalse();
        assertThat(in.available()).as("bytes that were not read").isGreaterThan(bomb.length / 2);
    }

    @Test
    void saysNothingAboutAPictureWhoseStreamBreaks() throws IOException {
        var broken = InputStream.nullInputStream();
        broken.close();
        assertThatThrownBy(() -> GreyPngCheck.fits(broken, WIDTH, HEIGHT)).hasMessage("Stream closed");
    }

    private static byte[] written(int width, int height, int type) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, type), "png", out);
        return out.toByteArray();
    }
}
