package photoset.api.materials;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import photoset.api.Api;
import photoset.api.ApiTest;
import photoset.workflows.rendering.TilePattern;

@ApiTest
class MaterialTest {
    private final Api api;
    private final Materials materials = new Materials();

    MaterialTest(@LocalServerPort int port) {
        this.api = Api.at(port);
    }

    @Test
    void theCatalogueHasEveryKind() {
        var kinds = materials.all().stream().collect(Collectors.groupingBy(Material::kind, Collectors.counting()));
        assertThat(materials.all()).hasSizeGreaterThanOrEqualTo(24);
        assertThat(kinds)
                .hasSize(Material.Kind.values().length)
                .allSatisfy((_, count) -> assertThat(count).isGreaterThanOrEqualTo(5));
    }

    @Test
    void aValueIsAColourOrTheIdOfAMaterial() {
        assertThat(materials.colorOf("#A0b1C2")).contains("#a0b1c2");
        assertThat(materials.colorOf("oak_a")).contains("#c9a77a");
        assertThat(materials.colorOf("offwhite_b")).isPresent();
        assertThat(materials.colorOf("OAK_A")).isEmpty();
        assertThat(materials.colorOf("#abc")).isEmpty();
        assertThat(materials.colorOf("red")).isEmpty();
        assertThat(materials.colorOf("")).isEmpty();
    }

    @Test
    void theListShowsEachInTheReadersLanguage() {
        var body = api.get("/materials", "Accept-Language", "ko").body();
        assertThat(JsonPath.<List<String>>read(body, "$.data[?(@.id=='oak_a')].name"))
                .containsExactly("내추럴 오크");
        assertThat(JsonPath.<List<String>>read(body, "$.data[?(@.id=='oak_a')].names.en"))
                .containsExactly("Natural oak");
        assertThat(JsonPath.<List<String>>read(body, "$.data[?(@.id=='oak_a')].kind"))
                .containsExactly("wood");
        assertThat(JsonPath.<List<String>>read(body, "$.data[?(@.id=='oak_a')].swatch"))
                .containsExactly("/swatches/oak_a.jpg");
        assertThat(JsonPath.<List<String>>read(body, "$.data[?(@.id=='oak_a')].recipe.material_type"))
                .containsExactly("wood");
        assertThat(JsonPath.<List<String>>read(body, "$.data[?(@.id=='oak_a')].finish"))
                .containsExactly("satin");
    }

    @Test
    void everySwatchIsServedToEverybodyForADay() {
        for (var material : materials.all()) {
            var answer = api.get(material.swatch());
            assertThat(answer.status()).as(material.id()).isEqualTo(200);
            assertThat(answer.headers().getFirst("Content-Type")).isEqualTo("image/jpeg");
            assertThat(answer.headers().getFirst("Cache-Control")).isEqualTo("max-age=86400, public");
        }
        assertThat(api.get("/swatches/none.jpg").status()).isEqualTo(404);
    }

    @Test
    void aTextureIsDrawnFromTheRecipe() {
        assertThat(materials.drawn("oak_herringbone"))
                .hasValueSatisfying(
                        drawn -> assertThat(drawn.recipe().pattern()).isEqualTo(TilePattern.HERRINGBONE));
        assertThat(materials.drawn("#a0b1c2")).isEmpty();
    }
}
