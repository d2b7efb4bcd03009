package photoset.api.materials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CssLabTest {
    private final Materials materials = new Materials();

    /** The values of the tests and examples of CSS Color 4. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lab(46.277% -47.552 48.5864) | #008000",
                "lab(0% 0 0)                  | #000000",
                "lab(100 0 0)                 | #ffffff",
                "LAB( 54.29 80.8 69.89 )      | #ff0000"
            })
    void isReadAsCssReadsIt(String written, String hex) {
        assertThat(materials.colorOf(written)).hasValue(hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lab(70% -90 0)",
                "lab(50 200 0)",
                "lab(50)",
                "lab(50 1 2 3)",
                "lab(a b c)",
                "lab()",
                "lab(111)",
                "lab(501 1)"
            })
    void whatNoScreenShowsAndWhatIsNoneIsNoColour(String written) {
        assertThat(materials.colorOf(written)).isEmpty();
    }
}
