package photoset.cpu.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static photoset.cpu.sets.SetPhotos.landscape;
import static photoset.cpu.sets.SetPhotos.order;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photoset.workflows.sets.SetLanguage;
import photoset.workflows.sets.SetTemplate;

class SetOrderTest {
    private static final SetTemplate ANY = SetTemplate.BEFORE_AFTER;

    @Test
    void saysWhatToChange() {
        refused(() -> order(ANY, "x".repeat(121), false, List.of(landscape(0, 1))), "shorten it to 120");
        refused(
                () -> order(SetTemplate.DISCLOSURE, "", false, List.of(landscape(0, 1)), "x".repeat(61)),
                "shorten it to 60");
        refused(() -> order(ANY, List.of()), "nothing to make a set from", "Retry");
        refused(
                () -> order(ANY, List.of(new SetPhoto.Failed(0, "", "broken"))),
                "No picture of this job was delivered");
        refused(() -> order(ANY, List.of(landscape(1, 1), landscape(1, 1))), "Photo 2", "there twice");
        refused(
                () -> order(
                        ANY,
                        IntStream.range(0, 201).mapToObj(i -> landscape(i, 1)).toList()),
                "at most 200 photos, not 201");
        refused(
                () -> order(SetTemplate.DESIGN_PACK, List.of(landscape(0, 1))),
                "two or three variants",
                "before_after");
        refused(() -> new PaletteColor("Wall", "Sage", "a9b5a0"), "Wall", "#a9b5a0");
        refused(
                () -> new SetPhoto.Delivered(4, "", landscape(0, 1).original(), List.of(), Map.of(), null),
                "Photo 5 has no result");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a/b", "javascript:alert(1)", "photo.jpg", "https://a/TOOLONG"})
    void refusesLinksThatNobodyCouldFollowWithoutRepeatingThem(String link) {
        var photo = landscape(0, 1);
        var linked = new SetPhoto.Delivered(
                0,
                "",
                photo.original(),
                photo.designs(),
                Map.of(),
                URI.create(link.replace("TOOLONG", "k".repeat(600))));
        assertThatThrownBy(() -> order(SetTemplate.DISCLOSURE, List.of(linked)))
                .isInstanceOf(SetOrderRefused.class)
                .hasMessageContaining("photo 1 must be http or https")
                .message()
                .doesNotContain(link);
    }

    @Test
    void everyTemplateHasANameInBothLanguagesAndAPreset() {
        for (var template : SetTemplate.values()) {
            assertThat(template.title(SetLanguage.EN)).isNotBlank();
            assertThat(template.title(SetLanguage.KO)).isNotEqualTo(template.title(SetLanguage.EN));
            assertThat(template.preset()).isIn("interior", "seller");
        }
        assertThat(SetTemplate.DESIGN_PACK.id()).isEqualTo("design_pack");
    }

    @Test
    void writesTheDateOutInTheLanguageOfTheSet() {
        assertThat(SetLanguage.EN.date(SetPhotos.DATE)).isEqualTo("29 November 2026");
        assertThat(SetLanguage.KO.date(SetPhotos.DATE)).isEqualTo("2026년 11월 29일");
    }

    private static void refused(ThrowingCallable order, String... words) {
        assertThatThrownBy(order).isInstanceOf(SetOrderRefused.class).hasMessageContainingAll(words);
    }
}
