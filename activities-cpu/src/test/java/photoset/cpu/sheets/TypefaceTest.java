package photoset.cpu.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypefaceTest {
    private static final double EM = 1000;

    @ParameterizedTest
    @EnumSource
    void drawsEveryHangulSyllableAndLatinLetter(Typeface face) {
        assertThat(IntStream.rangeClosed('가', '힣')).allMatch(face::draws);
        assertThat(IntStream.rangeClosed('!', '~')).allMatch(face::draws);
        // U+0149 is deprecated by Unicode.
        assertThat(IntStream.rangeClosed('À', 'ž').filter(letter -> letter != 'ŉ'))
                .allMatch(face::draws);
        assertThat("ㄱㅎ·…–—“”’₩€×²㎡℃→".codePoints()).allMatch(face::draws);
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheGlyphThatItLooksUp(Typeface face) {
        // The fonts keep outlines under other numbers than glyphs: a mixed-up one is another shape.
        var hyphen = face.outline("-", EM, 0, 0).getBounds2D();
        assertThat(hyphen.getHeight()).isBetween(.05 * EM, .15 * EM);
        assertThat(hyphen.getCenterY()).isBetween(-.45 * EM, -.2 * EM);
        assertThat(face.outline("_", EM, 0, 0).getBounds2D().getMinY()).isGreaterThanOrEqualTo(0);
        assertThat(face.outline(".", EM, 0, 0).getBounds2D().getHeight()).isLessThan(.2 * EM);
        assertThat(face.outline("|", EM, 0, 0).getBounds2D().getHeight()).isGreaterThan(.8 * EM);
        assertThat(face.outline("한", EM, 0, 0).getBounds2D().getHeight()).isGreaterThan(.75 * EM);
        assertThat(face.outline(" ", EM, 0, 0).getBounds2D().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aLineIsAsLongAsItsCharacters(Typeface face) {
        assertThat(face.width("한Ag", EM)).isEqualTo(face.width("한", EM) + face.width("A", EM) + face.width("g", EM));
        assertThat(face.width("0123", EM)).isEqualTo(4 * face.width("7", EM), within(.6 * EM));
    }
}
