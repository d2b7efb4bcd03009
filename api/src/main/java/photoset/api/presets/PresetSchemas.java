package photoset.api.presets;

import java.util.Collection;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;

/** How much a preset has, for the API document. */
@Component
@InRole(Role.WEB)
class PresetSchemas implements SchemaFacts {
    private final Presets presets;

    PresetSchemas(Presets presets) {
        this.presets = presets;
    }

    @Override
    public void state(Schemas schemas) {
        schemas.field("EnvelopeListPresetSummary", "data")
                .setMaxItems(presets.all().size());
        most(schemas, "concepts", Preset::concepts);
        most(schemas, "concept_details", Preset::all);
        most(schemas, "protect_defaults", Preset::protectDefaults);
        most(schemas, "output_templates", Preset::outputTemplates);
    }

    private void most(Schemas schemas, String field, Function<Preset, Collection<?>> list) {
        int most = presets.all().stream()
                .mapToInt(preset -> list.apply(preset).size())
                .max()
                .orElse(0);
        schemas.field("PresetDetail", field).setMaxItems(most);
    }
}
