package photoset.api.previews;

import java.util.List;
import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.rules.RuleSchemas;

/** What a call for a preview may say, for the API document. */
@Component
@InRole(Role.WEB)
class PreviewSchemas implements SchemaFacts {
    private final RuleSchemas rules;

    PreviewSchemas(RuleSchemas rules) {
        this.rules = rules;
    }

    @Override
    public void state(Schemas schemas) {
        rules.said(schemas, "PreviewRequest");
        schemas.of("PreviewRequest").setAnyOf(List.of(Schemas.having("rule_id"), Schemas.having("concepts")));
    }
}
