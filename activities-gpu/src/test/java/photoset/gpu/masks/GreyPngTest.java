package photoset.gpu.masks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GreyPngTest {
    @Test
    void isReadByOthersAsItWasWritten() throws IOException {
        var alpha = new byte[317 * 411];
        new Random(1).nextBytes(alpha);
        var mask = new Mask(317, 411, alpha);

        var image = ImageIO.read(new ByteArrayInputStream(mask.png()));

        assertThat(image.getWidth()).isEqualTo(317);
        assertThat(image.getHeight()).isEqualTo(411);
        assertThat(image.getRaster().getNumBands()).isEqualTo(1);
        assertThat((byte[]) image.getRaster().getDataElements(0, 0, 317, 411, null))
                .isEqualTo(alpha);
    }

    @Test
    void isSmallWhereNothingWasFound() {
        assertThat(new Mask(6000, 4000, new byte[24_000_000]).png().length).isLessThan(150_000);
    }

    @Test
    void isTheSameEveryTime() {
        var mask = Pictures.mask("##..", ".##.");

        assertThat(mask.png()).isEqualTo(mask.png());
    }
}
