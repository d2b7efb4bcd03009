package photoset.api.ruleparser;

import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.presets.Preset;
import photoset.api.presets.Presets;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;

/** Which presets a rule in words can be for, for the API document. */
@Component
@InRole(Role.WEB)
class ParseSchemas implements SchemaFacts {
    private final Presets presets;

    ParseSchemas(Presets presets) {
        this.presets = presets;
    }

    @Override
    public void state(Schemas schemas) {
        schemas.allow(
                "RuleText", "preset", presets.all().stream().map(Preset::id).toList());
    }
}
