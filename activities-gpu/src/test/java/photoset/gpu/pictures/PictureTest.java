package photoset.gpu.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {
    /** From Pillow 12: {@code Image.resize((w, h), BILINEAR)} of {@link #pattern}, the first twelve pixels. */
    private static final int[] SMALLER = {
        89, 126, 143, 134, 160, 135, 128, 127, 129, 96, 113, 151, 111, 123, 128, 108, 134, 132, //
        132, 151, 135, 128, 126, 138, 143, 149, 139, 111, 111, 125, 105, 145, 138, 150, 155, 139
    };

    private static final int[] LARGER = {
        0, 53, 106, 20, 73, 126, 46, 99, 152, 71, 124, 177, 97, 150, 203, 122, 175, 228, //
        148, 201, 254, 174, 227, 102, 199, 154, 49, 205, 22, 75, 54, 47, 100, 20, 73, 126
    };

    private static Picture pattern() {
        var rgb = new byte[9 * 6 * 3];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / 3;
            int row = pixel / 9;
            rgb[i] = (byte) (pixel % 9 * 37 + row * 91 + i % 3 * 53);
        }
        return new Picture(9, 6, rgb);
    }

    @Test
    void shrinksAsPillowDoes() {
        assertIsAbout(pattern().resized(4, 3), SMALLER);
    }

    @Test
    void growsAsPillowDoes() {
        assertIsAbout(pattern().resized(13, 8), LARGER);
    }

    private static void assertIsAbout(Picture picture, int[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(picture.rgb()[i] & 0xff).as("byte %d", i).isBetween(expected[i] - 1, expected[i] + 1);
        }
    }

    @Test
    void scalesToALongSide() {
        assertThat(pattern().withLongSide(30).width()).isEqualTo(30);
        assertThat(pattern().withLongSide(30).height()).isEqualTo(20);
    }

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

            var picture = Picture.decoded(file.toByteArray());

            assertThat(picture.rgb()[3 * (5 + 2)] & 0xff).isEqualTo(200);
            assertThat(picture.rgb()[0]).isZero();
        }
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatThrownBy(() -> Picture.decoded(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
    }
}
