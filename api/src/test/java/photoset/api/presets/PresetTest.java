package photoset.api.presets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import photoset.api.Api;
import photoset.api.ApiTest;
import photoset.api.language.LocalizedText;
import photoset.workflows.rendering.SurfaceKind;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.sets.SetTemplate;

@ApiTest
class PresetTest {
    private static final List<String> INTERIOR = List.of(
            "Wall",
            "Floor",
            "Ceiling",
            "Window",
            "Door",
            "Frame_Molding",
            "Tile",
            "Grout",
            "Cabinet",
            "Countertop",
            "Light",
            "Handle");

    private final Api api;
    private final Presets presets = new Presets(new PresetSettings(false));

    PresetTest(@LocalServerPort int port) {
        this.api = Api.at(port);
    }

    @Test
    void bothDomainsAreListed() {
        var answer = api.get("/presets");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(JsonPath.<List<String>>read(answer.body(), "$.data[*].id")).containsExactly("interior", "seller");
        assertThat(JsonPath.<List<Integer>>read(answer.body(), "$.data[*].concept_count"))
                .containsExactly(12, 8);
        assertThat(JsonPath.<List<String>>read(answer.body(), "$.data[*].name"))
                .containsExactly("Interior", "Products");
    }

    @Test
    void interiorIsWhatTheContractSays() {
        var body = api.get("/presets/interior").body();
        assertThat(JsonPath.<List<String>>read(body, "$.data.concepts")).isEqualTo(INTERIOR);
        assertThat(JsonPath.<List<String>>read(body, "$.data.protect_defaults"))
                .containsExactly("Grout", "Frame_Molding", "Glass_highlight");
        assertThat(JsonPath.<List<String>>read(body, "$.data.output_templates[*].id"))
                .containsExactly("design_pack", "before_after", "client_card", "disclosure");
        assertThat(JsonPath.<List<String>>read(body, "$.data.concept_details[?(@.id=='Wall')].prompt"))
                .containsExactly("wall surface");
        assertThat(JsonPath.<List<String>>read(body, "$.data.concept_details[?(@.id=='Light')].kind"))
                .containsExactly("instance");
        assertThat(JsonPath.<List<String>>read(body, "$.data.concept_details[*].id"))
                .containsAll(INTERIOR)
                .contains("Glass_highlight");
    }

    @Test
    void thingsCanBeRemovedAndSurfacesCannot() {
        var interior = presets.find("interior").orElseThrow();
        assertThat(interior.removable())
                .containsExactly(
                        "Window", "Door", "Cabinet", "Countertop", "Light", "Handle", "Socket", "Cable", "Sticker");
        assertThat(interior.paintable()).doesNotContain("Socket");
        assertThat(interior.paints("Socket")).isFalse();
        var open = new Presets(new PresetSettings(true)).find("interior").orElseThrow();
        assertThat(open.removes("Power_Socket")).isTrue();
        assertThat(open.removes("Wall")).isFalse();
    }

    @Test
    void smallThingsAreOfferedBesideTheConceptsOfTheContract() {
        var body = api.get("/presets/interior").body();
        assertThat(JsonPath.<List<String>>read(body, "$.data.concept_details[*].id"))
                .containsSequence("Handle", "Socket", "Cable", "Sticker", "Glass_highlight");
        assertThat(JsonPath.<List<String>>read(body, "$.data.concept_details[?(@.id=='Socket')].kind"))
                .containsExactly("instance");
        // While nothing is known of the segmenter everything passes.
        assertThat(JsonPath.<List<Boolean>>read(body, "$.data.concept_details[*].findable"))
                .containsOnly(true);
    }

    @Test
    void sellerIsWhatTheContractSays() {
        var body = api.get("/presets/seller").body();
        assertThat(JsonPath.<List<String>>read(body, "$.data.concepts"))
                .containsExactly(
                        "Body", "Label_Text", "Logo", "Gloss", "Parts", "Accessories", "Product", "Background");
        assertThat(JsonPath.<List<String>>read(body, "$.data.protect_defaults"))
                .containsExactly("Label_Text", "Logo", "Gloss");
        assertThat(JsonPath.<List<String>>read(body, "$.data.output_templates[*].id"))
                .containsExactly("product_pack", "option_board", "thumbnails");
    }

    @Test
    void saysWhatAConceptContains() {
        assertThat(contents("Body", "en")).contains("handle", "Parts", "Product");
        assertThat(contents("Body", "ko")).contains("손잡이", "부품");
        assertThat(JsonPath.<List<String>>read(
                        api.get("/presets/interior").body(), "$.data.concept_details[*].description"))
                .hasSize(INTERIOR.size() + 4)
                .doesNotHaveDuplicates();
    }

    @Test
    void offersEveryTemplateThatCanBeComposed() {
        for (var template : SetTemplate.values()) {
            assertThat(JsonPath.<List<String>>read(
                            api.get("/presets/" + template.preset()).body(), "$.data.output_templates[*].id"))
                    .contains(template.id());
        }
    }

    @Test
    void namesFollowTheReadersLanguage() {
        assertThat(wall("ko-KR,ko;q=0.9,en;q=0.5")).isEqualTo("벽");
        assertThat(wall("ko")).isEqualTo("벽");
        assertThat(wall("en,ko;q=0.5")).isEqualTo("Wall");
        assertThat(wall("fr")).isEqualTo("Wall");
        assertThat(wall("not;a;language;;")).isEqualTo("Wall");
    }

    @Test
    void anUnknownDomainIsNotFound() {
        var answer = api.get("/presets/garden");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("PRESET_NOT_FOUND");
    }

    @Test
    void aConceptThatOnlyProtectsIsFoundButNotPainted() {
        var interior = presets.find("interior").orElseThrow();
        assertThat(interior.concept("Glass_highlight")).isPresent();
        assertThat(interior.paintable()).doesNotContain("Glass_highlight");
        assertThat(interior.concept("wall")).isEmpty();
        assertThat(interior.offers("before_after")).isTrue();
        assertThat(interior.offers("thumbnails")).isFalse();
    }

    @Test
    void anOpenVocabularyTakesAConceptInItsOwnWords() {
        var open = new Presets(new PresetSettings(true)).find("interior").orElseThrow();
        var closed = presets.find("interior").orElseThrow();

        assertThat(open.concept("Herringbone_Floor"))
                .contains(new Concept("Herringbone_Floor", "herringbone floor", Concept.Kind.STUFF));
        assertThat(open.concept("Wall")).isEqualTo(closed.concept("Wall"));
        assertThat(open.paints("Herringbone_Floor")).isTrue();
        assertThat(open.paints("Glass_highlight")).isFalse();
        assertThat(closed.concept("Herringbone_Floor")).isEmpty();
        assertThat(List.of("", "../Wall", "Wall/x", "_Wall", "Wall__x", "W".repeat(65)))
                .allSatisfy(nonsense -> assertThat(open.concept(nonsense)).isEmpty());
    }

    @Test
    void aFileThatContradictsItselfStopsTheStart() {
        var words = new LocalizedText("a", "b");
        var wall = new Preset.Entry("Wall", words, "wall", Concept.Kind.STUFF, SurfaceKind.WALL, words);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Preset("p", words, List.of(wall, wall), List.of(), List.of(), List.of(), List.of(), false))
                .withMessageContaining("two concepts Wall");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Preset("p", words, List.of(wall), List.of(), List.of(), List.of("Logo"), List.of(), false))
                .withMessageContaining("protects Logo");
        assertThatIllegalStateException()
                .isThrownBy(() -> DataFiles.read("broken", Preset.class))
                .withMessageContaining("misspelt.json");
        assertThatIllegalStateException().isThrownBy(() -> DataFiles.read("nowhere", Preset.class));
    }

    private String contents(String concept, String language) {
        var body = api.get("/presets/seller", "Accept-Language", language).body();
        return JsonPath.<List<String>>read(body, "$.data.concept_details[?(@.id=='%s')].description".formatted(concept))
                .getFirst();
    }

    private Object wall(String language) {
        var body = api.get("/presets/interior", "Accept-Language", language).body();
        return JsonPath.read(body, "$.data.concept_details[0].display_name");
    }
}
