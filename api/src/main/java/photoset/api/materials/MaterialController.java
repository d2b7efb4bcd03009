package photoset.api.materials;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.language.Language;
import photoset.api.language.LocalizedText;
import photoset.api.problem.Envelope;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.rendering.Finish;
import photoset.workflows.rendering.MaterialRecipe;

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
     * @param swatch path of a small picture of it on this server
     */
    record MaterialDetail(
            @JsonProperty("id") String id,
            @JsonProperty("kind") Material.Kind kind,
            @JsonProperty("name") String name,
            @JsonProperty("names") LocalizedText names,
            @JsonProperty("hex") String hex,
            @JsonProperty("finish") Finish finish,
            @JsonProperty("recipe") MaterialRecipe recipe,
            @JsonProperty("swatch") String swatch) {}

    @GetMapping("/materials")
    @Operation(
            operationId = "listMaterials",
            summary = "List the looks that a rule can name",
            description =
                    "An id may stand wherever a rule takes a colour, and is what a texture lays. name follows Accept-Language;"
                            + " swatch is the path of a small picture; hex is the mean colour of the drawing.")
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
                                material.finish(),
                                material.recipe(),
                                material.swatch()))
                        .toList());
    }
}
