package photoset.imaging.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import photoset.imaging.Mask;

class GreyPngTest {
    @Test
    void isReadByOthersAsItWasWritten() throws IOException {
        var alpha = new byte[317 * 411];
        new Random(1).nextBytes(alpha);
        var mask = new Mask(317, 411, alpha);

        var image = ImageIO.read(new ByteArrayInputStream(GreyPng.encode(mask)));

        assertThat(image.getWidth()).isEqualTo(317);
        assertThat(image.getHeight()).isEqualTo(411);
        assertThat(image.getRaster().getNumBands()).isEqualTo(1);
        assertThat((byte[]) image.getRaster().getDataElements(0, 0, 317, 411, null))
                .isEqualTo(alpha);
    }

    /** Runs of every length from one on, and steps of every size between them. */
    @Test
    void keepsRunsOfAllLengths() throws IOException {
        var alpha = new byte[700 * 690];
        for (int y = 0; y < 690; y++) {
            Arrays.fill(alpha, y * 700 + 3, y * 700 + 3 + y, (byte) (y * 7));
        }

        var image = ImageIO.read(new ByteArrayInputStream(GreyPng.encode(new Mask(700, 690, alpha))));

        assertThat((byte[]) image.getRaster().getDataElements(0, 0, 700, 690, null))
                .isEqualTo(alpha);
    }

    @Test
    void isSmallWhereNothingWasFound() {
        assertThat(GreyPng.encode(Mask.empty(6000, 4000)).length).isLessThan(60_000);
    }

    @Test
    void isSmallerThanByDeflateItselfWhereEdgesAreSoft() throws IOException {
        var disc = new Mask(1280, 960, new byte[1280 * 960]);
        for (int i = 0; i < disc.levels().length; i++) {
            double beyond = 300 - Math.hypot(i % 1280 - 640, i / 1280 - 480);
            disc.levels()[i] = (byte) Math.clamp(Math.round(127.5 + 60 * beyond), 0, 255);
        }
        byte[] file = GreyPng.encode(disc);
        byte[] rows = new InflaterInputStream(new ByteArrayInputStream(file, 41, file.length - 57)).readAllBytes();
        var deflated = new ByteArrayOutputStream();
        try (var zlib = new DeflaterOutputStream(deflated, new Deflater(Deflater.BEST_SPEED))) {
            zlib.write(rows);
        }

        assertThat(rows).hasSize(1281 * 960);
        assertThat(file.length - 57).isLessThan(deflated.size());
    }

    @Test
    void isToldFromColours() throws IOException {
        byte[] mask = GreyPng.encode(Mask.empty(3, 2));
        assertThat(GreyPng.matches(mask)).isTrue();
        assertThat(GreyPng.matches(Arrays.copyOf(mask, 20))).isFalse();
        for (int type :
                new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_BINARY
                }) {
            var file = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(3, 2, type), "png", file);
            assertThat(GreyPng.matches(file.toByteArray())).as("type %d", type).isFalse();
        }
    }

    @Test
    void isTheSameEveryTime() {
        var mask = new Mask(4, 2, new byte[] {-1, -1, 0, 0, 0, -1, -1, 0});

        assertThat(GreyPng.encode(mask)).isEqualTo(GreyPng.encode(mask));
    }
}
