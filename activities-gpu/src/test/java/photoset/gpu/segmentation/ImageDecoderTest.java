package photoset.gpu.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageDecoderTest {
    @Test
    void readsColourAndGreyAlike() throws IOException {
        for (int type :
                new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY}) {
            var image = new BufferedImage(5, 4, type);
            // Written into the raster, since setRGB would convert to Java's linear grey.
            int bands = image.getRaster().getNumBands();
            for (int band = 0; band < bands; band++) {
                image.getRaster().setSample(2, 1, band, 200);
            }
            var file = new ByteArrayOutputStream();
            ImageIO.write(image, "png", file);

            var picture = ImageDecoder.decoded(file.toByteArray());

            assertThat(picture.rgb()[3 * (5 + 2)] & 0xff).isEqualTo(200);
            assertThat(picture.rgb()[0]).isZero();
        }
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatThrownBy(() -> ImageDecoder.decoded(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
    }
}
