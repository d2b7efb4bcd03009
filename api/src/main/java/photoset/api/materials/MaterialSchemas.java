package photoset.api.materials;

import java.util.List;
import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import photoset.workflows.rendering.MaterialRecipe;

/** What a material may be, for the API document. */
@Component
@InRole(Role.WEB)
class MaterialSchemas implements SchemaFacts {
    private static final String HEX = "^" + Material.HEX + "$";

    private final Materials materials;

    MaterialSchemas(Materials materials) {
        this.materials = materials;
    }

    @Override
    public void state(Schemas schemas) {
        schemas.field("EnvelopeListMaterialDetail", "data")
                .setMaxItems(materials.ids().size());
        schemas.field("MaterialDetail", "hex").setPattern(HEX);
        schemas.field("MaterialDetail", "swatch").setPattern("^" + Swatches.PATH + JobId.PATTERN + "[.]jpg$");
        recipe(schemas);
    }

    private void recipe(Schemas schemas) {
        var recipe = MaterialRecipe.class.getSimpleName();
        for (String side : List.of("length_cm", "width_cm")) {
            schemas.range(recipe, side, MaterialRecipe.PIECE_CM_MIN, MaterialRecipe.PIECE_CM_MAX);
        }
        schemas.range(recipe, "joint_cm", 0, MaterialRecipe.PIECE_CM_MAX / 2);
        schemas.range(recipe, "contrast", 0, 1);
        schemas.range(recipe, "variation", 0, 1);
        schemas.range(recipe, "seed", Integer.MIN_VALUE, Integer.MAX_VALUE);
        schemas.field(recipe, "joint").setPattern(HEX);
        var accents = schemas.field(recipe, "accents");
        accents.setItems(Schemas.text(HEX));
        accents.setMaxItems(materials.all().stream()
                .mapToInt(material -> material.recipe().accents().size())
                .max()
                .orElse(0));
    }
}
