package photoset.cpu.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import photoset.imaging.LinearRgb;
import photoset.imaging.Raster;

class WhitePointTest {
    /** Greys from dark to bright under a light of this colour. */
    private static Raster greys(int red, int green, int blue) {
        byte[] rgb = new byte[100 * 3];
        for (int i = 0; i < 100; i++) {
            rgb[i * 3] = (byte) (red * (i + 20) / 120);
            rgb[i * 3 + 1] = (byte) (green * (i + 20) / 120);
            rgb[i * 3 + 2] = (byte) (blue * (i + 20) / 120);
        }
        return new Raster(10, 10, rgb);
    }

    @Test
    void findsTheColourOfTheLight() {
        var warm = LinearRgb.of(WhitePoint.in(greys(240, 200, 150)));
        var even = LinearRgb.of(WhitePoint.in(greys(240, 240, 240)));

        assertThat(warm.red()).isGreaterThan(warm.green() * 1.3f);
        assertThat(warm.green()).isGreaterThan(warm.blue() * 1.3f);
        assertThat(even.hex()).isEqualTo("#ffffff");
    }

    @Test
    void takesNothingFromABurntOutOrBlackPicture() {
        assertThat(WhitePoint.in(greys(0, 0, 0))).isEqualTo("#ffffff");
        byte[] burnt = new byte[300];
        Arrays.fill(burnt, (byte) 255);
        assertThat(WhitePoint.in(new Raster(10, 10, burnt))).isEqualTo("#ffffff");
    }
}
