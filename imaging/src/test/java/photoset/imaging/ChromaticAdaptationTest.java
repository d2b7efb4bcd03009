package photoset.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChromaticAdaptationTest {
    private static final double[] D65 = {.95047, 1, 1.08883};
    private static final double[] D50 = {.96422, 1, .82521};

    /** The matrix as Bruce Lindbloom published it (Chromatic Adaptation, Bradford, D65 to D50). */
    @Test
    void isTheKnownMatrixFromDaylightToThatOfPrints() {
        double[] known = {
            1.0478112, .0228866, -.0501270, .0295424, .9904844, -.0170491, -.0092345, .0150436, .7521316,
        };
        var matrix = ChromaticAdaptation.between(D65, D50);

        for (int i = 0; i < known.length; i++) {
            assertThat(matrix.at(i / 3, i % 3)).as("cell %d", i).isCloseTo(known[i], within(2e-6));
        }
    }

    @Test
    void takesOneWhiteToTheOther() {
        double[] white = ChromaticAdaptation.between(D65, D50).times(D65);

        for (int i = 0; i < 3; i++) {
            assertThat(white[i]).isCloseTo(D50[i], within(1e-6));
        }
    }

    @Test
    void aMatrixHasNineNumbers() {
        assertThatThrownBy(() -> Matrix3.of(1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
