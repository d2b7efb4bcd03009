package photoset.cpu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photoset.cpu.sheets.Sheet.Align;

class TextTest {
    private static final TextStyle STYLE = new TextStyle(Typeface.REGULAR, 40, Color.BLACK);

    @ParameterizedTest
    @CsvSource({
        "Han River 한강, Han River 한강",
        "'  two\n lines\t', two lines",
        "거실 🛋️ 시안 ✨, 거실 시안",
        "'東京の家', …の…",
        "שלום house, … house",
        "a\u200bb\u202ec\u0007d, abcd",
        "ﬁne ﬂoor, fine floor",
        "👩‍👩‍👧‍👦, ''"
    })
    void leavesOutWhatCannotBeDrawn(String raw, String drawn) {
        assertThat(DrawableText.of(raw)).isEqualTo(drawn);
        assertThat(DrawableText.of(raw).codePoints()).allMatch(Typeface.REGULAR::draws);
    }

    @Test
    void composesSyllablesTypedAsJamo() {
        // As file names come from macOS.
        var jamo = Normalizer.normalize("한강 아파트", Normalizer.Form.NFD);
        assertThat(jamo).isNotEqualTo("한강 아파트");
        assertThat(DrawableText.of(jamo)).isEqualTo("한강 아파트");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A title of several words that has to be broken somewhere between two of them",
                "여러 낱말로 된 긴 제목은 낱말과 낱말 사이에서 줄이 바뀌어야 합니다",
                "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
                "가나다라마바사아자차카타파하가나다라마바사아자차카타파하가나다라마바사",
            })
    void breaksLinesWithinTheWidth(String text) {
        int width = 300;
        var lines = Sheet.lines(text, STYLE, width, 20);
        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> STYLE.width(line) <= width);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        if (text.contains(" ")) {
            assertThat(String.join(" ", lines)).isEqualTo(text);
        }
        var two = Sheet.lines(text, STYLE, width, 2);
        assertThat(two).hasSize(2).allMatch(line -> STYLE.width(line) <= width);
        assertThat(two.getLast()).endsWith("…");
    }

    @Test
    void doesNotTearAPairOfSurrogates() {
        var lines = new LineBreaker(STYLE, 1).lines("𝒜𝒷", 2);
        assertThat(lines.getFirst()).isEqualTo("𝒜");
    }

    @Test
    void writesKoreanAndLatinInInkWithinTheBox() {
        for (String text : new String[] {"한강", "Han"}) {
            var page = new PageSize(400, 200, PageSize.SCREEN_DPI);
            var sheet = new Sheet(page);
            int height = sheet.text(text, STYLE, new Box(100, 50, 200, 100), Align.LEFT);
            assertThat(height).isEqualTo(STYLE.lineHeight());
            var raster = sheet.raster();
            int inside = 0;
            for (int i = 0; i < raster.pixels(); i++) {
                boolean ink = (raster.rgb()[3 * i] & 255) < 128;
                int x = i % 400;
                int y = i / 400;
                boolean in = x >= 98 && x < 300 && y >= 50 && y < 50 + height;
                assertThat(ink && !in).as("ink at %d, %d", x, y).isFalse();
                inside += ink ? 1 : 0;
            }
            assertThat(inside).isGreaterThan(300);
        }
    }

    @Test
    void alignsWhereItIsTold() {
        assertThat(inkColumns(Align.LEFT)[0]).isBetween(0, 6);
        assertThat(inkColumns(Align.RIGHT)[1]).isBetween(393, 399);
        var middle = inkColumns(Align.CENTER);
        assertThat((middle[0] + middle[1]) / 2).isBetween(196, 204);
    }

    private static int[] inkColumns(Align align) {
        var sheet = new Sheet(new PageSize(400, 60, PageSize.SCREEN_DPI));
        sheet.text("HIIH", STYLE, sheet.page().box(), align);
        var raster = sheet.raster();
        int first = 400;
        int last = 0;
        for (int i = 0; i < raster.pixels(); i++) {
            if ((raster.rgb()[3 * i] & 255) < 128) {
                first = Math.min(first, i % 400);
                last = Math.max(last, i % 400);
            }
        }
        return new int[] {first, last};
    }
}
