package photoset.imaging.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
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

    @Test
    void isSmallWhereNothingWasFound() {
        assertThat(GreyPng.encode(Mask.empty(6000, 4000)).length).isLessThan(150_000);
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
