package photoset.api.execution;

import java.util.List;
import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.job.Variant;
import photoset.workflows.rendering.Rule;

/** What an execute call may say, for the API document. */
@Component
@InRole(Role.WEB)
class ExecuteSchemas implements SchemaFacts {
    @Override
    public void state(Schemas schemas) {
        for (String body : List.of("ExecuteRequest", "VariantRequest")) {
            var concepts = schemas.field(body, "concepts");
            concepts.setMinProperties(1);
            concepts.setMaxProperties(Rule.CONCEPTS_PER_JOB_MAX);
            schemas.field(body, "protect").setMaxItems(Rule.CONCEPTS_PER_JOB_MAX);
        }
        var variants = schemas.field("ExecuteRequest", "variants");
        variants.setMinItems(1);
        variants.setMaxItems(Variant.COUNT_MAX);
        schemas.of("ExecuteRequest")
                .setAnyOf(List.of(
                        Schemas.having("variants", "concepts", "rule_id"),
                        Schemas.having("rule_id", "variants"),
                        Schemas.having("concepts", "variants")));
        schemas.of("VariantRequest").setAnyOf(List.of(Schemas.having("rule_id"), Schemas.having("concepts")));
        schemas.field("VariantRequest", "id").setPattern("^" + VariantValidator.ID + "$");
        schemas.field("VariantRequest", "name").setMinLength(1);
        schemas.field("VariantRequest", "name").setMaxLength(VariantValidator.NAME_CHARS_MAX);
    }
}
