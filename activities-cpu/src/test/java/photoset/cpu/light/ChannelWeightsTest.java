package photoset.cpu.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photoset.imaging.LinearRgb;

class ChannelWeightsTest {
    private static final float NOISE = .004f;

    @ParameterizedTest
    @ValueSource(strings = {"#2c3e63", "#7a2f22", "#808080", "#0a0a0a"})
    void makeTheLuminanceOfThePaintInAnyAmountOfLight(String hex) {
        var paint = LinearRgb.of(hex);
        var weights = ChannelWeights.of(paint);
        for (float light : new float[] {.2f, 1, 1.3f}) {
            assertThat(weights.sum(light * paint.red(), light * paint.green(), light * paint.blue()))
                    .isCloseTo(light * paint.luminance(), within(1e-6f));
        }
    }

    @Test
    void leaveLessThanHalfOfTheNoiseOfNavy() {
        var navy = LinearRgb.of("#2c3e63");

        assertThat(noise(ChannelWeights.of(navy), navy)).isLessThan(noise(ChannelWeights.LUMINANCE, navy) / 2);
    }

    /** The standard deviation of what a sensor with the same noise in every channel sees. */
    private static double noise(ChannelWeights weights, LinearRgb paint) {
        var random = new Random(1);
        double sum = 0;
        int count = 10_000;
        for (int i = 0; i < count; i++) {
            double off = weights.sum(
                            paint.red() + NOISE * (float) random.nextGaussian(),
                            paint.green() + NOISE * (float) random.nextGaussian(),
                            paint.blue() + NOISE * (float) random.nextGaussian())
                    - paint.luminance();
            sum += off * off;
        }
        return Math.sqrt(sum / count);
    }
}
