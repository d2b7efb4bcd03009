package photoset.imaging.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import photoset.imaging.png.GreyPng;

class LabelMapTest {
    @Test
    void eachPixelHasTheLabelOfTheLastThatClaimedIt() {
        var map = LabelMap.empty(4, 3);
        map.add(1, Rle.of(3, 4, new int[] {0}, new int[] {6}));
        map.add(65_535, Rle.of(3, 4, new int[] {3}, new int[] {9}));

        assertThat(map.at(0, 2)).isEqualTo(1);
        assertThat(map.at(1, 0)).isEqualTo(65_535);
        assertThat(map.at(3, 0)).isZero();
    }

    @Test
    void isWrittenAsGreyOfSixteenBits() throws IOException {
        var map = LabelMap.empty(300, 40);
        for (int i = 0; i < map.labels().length; i++) {
            map.labels()[i] = (short) (i * 31);
        }
        var read = ImageIO.read(new ByteArrayInputStream(GreyPng.encode(map)));

        assertThat(read.getColorModel().getPixelSize()).isEqualTo(16);
        assertThat(read.getRaster().getNumBands()).isEqualTo(1);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 300; x++) {
                assertThat(read.getRaster().getSample(x, y, 0)).isEqualTo(map.at(x, y));
            }
        }
    }

    @Test
    void refusesWhatIsNoLabelOrNoPixelOfIt() {
        var map = LabelMap.empty(4, 3);
        var one = Rle.of(3, 4, new int[] {0}, new int[] {6});

        assertThatThrownBy(() -> map.add(0, one)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> map.add(65_536, one)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LabelMap.empty(3, 4).add(1, one)).isInstanceOf(IllegalArgumentException.class);
    }
}
