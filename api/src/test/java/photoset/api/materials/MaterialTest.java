package photoset.api.materials;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import photoset.api.Api;
import photoset.api.ApiTest;

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
                .allSatisfy((_, count) -> assertThat(count).isGreaterThanOrEqualTo(4));
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
                .allSatisfy(swatch ->
                        assertThat(swatch).startsWith("data:image/svg+xml,").contains("%23c9a77a"));
    }
}
