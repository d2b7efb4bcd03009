package photoset.api.materials;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.language.Language;
import photoset.api.language.Words;
import photoset.api.problem.Envelope;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;

@RestController
@InRole(Role.WEB)
@Tag(name = "Presets")
final class MaterialController {
    private final Materials materials;

    MaterialController(Materials materials) {
        this.materials = materials;
    }

    /**
     * A look as clients see it.
     *
     * @param swatch a small picture of it as a data URL
     */
    record MaterialDetail(
            @JsonProperty("id") String id,
            @JsonProperty("kind") Material.Kind kind,
            @JsonProperty("name") String name,
            @JsonProperty("names") Words names,
            @JsonProperty("hex") String hex,
            @JsonProperty("swatch") String swatch) {}

    @GetMapping("/materials")
    @Operation(
            operationId = "listMaterials",
            summary = "List the looks that a rule can name",
            description = "An id may stand wherever a rule takes a colour. name follows Accept-Language.")
    Envelope<List<MaterialDetail>> list(ServerWebExchange exchange) {
        var language = Language.of(exchange);
        return Envelope.of(
                exchange,
                materials.all().stream()
                        .map(material -> new MaterialDetail(
                                material.id(),
                                material.kind(),
                                material.name().in(language),
                                material.name(),
                                material.hex(),
                                swatch(material.hex())))
                        .toList());
    }

    private static String swatch(String hex) {
        return "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='32' height='32'%3E"
                + "%3Crect width='32' height='32' fill='%23" + hex.substring(1) + "'/%3E%3C/svg%3E";
    }
}
