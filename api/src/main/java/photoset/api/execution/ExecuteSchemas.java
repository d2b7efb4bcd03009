package photoset.api.execution;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.presets.Preset;
import photoset.api.presets.Presets;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.rules.RuleSchemas;
import photoset.api.text.DisplayName;
import photoset.workflows.job.Variant;
import photoset.workflows.segmentation.SegmentationLimits;

/** What an execute call may say, for the API document. */
@Component
@InRole(Role.WEB)
class ExecuteSchemas implements SchemaFacts {
    /** x, y, w, h. */
    private static final int BOX_NUMBERS = 4;

    private final Presets presets;
    private final RuleSchemas rules;

    ExecuteSchemas(Presets presets, RuleSchemas rules) {
        this.presets = presets;
        this.rules = rules;
    }

    @Override
    public void state(Schemas schemas) {
        rules.said(schemas, "ExecuteRequest");
        rules.said(schemas, "VariantRequest");
        schemas.allow(
                "ExecuteRequest",
                "output_template",
                presets.all().stream()
                        .flatMap(preset -> preset.outputTemplates().stream())
                        .map(Preset.OutputTemplate::id)
                        .distinct()
                        .toList());
        var variants = schemas.field("ExecuteRequest", "variants");
        variants.setMinItems(1);
        variants.setMaxItems(Variant.COUNT_MAX);
        schemas.of("ExecuteRequest")
                .setAnyOf(List.of(
                        Schemas.having("variants", "concepts", "rule_id"),
                        Schemas.having("rule_id", "variants"),
                        Schemas.having("concepts", "variants")));
        schemas.of("VariantRequest").setAnyOf(List.of(Schemas.having("rule_id"), Schemas.having("concepts")));
        for (String list : List.of("exclude", "lock")) {
            schemas.field("InstanceRequest", list).setMaxItems(InstanceRequest.IDS_MAX);
            schemas.field("InstanceRequest", list).getItems().setMaxLength(InstanceRequest.ID_CHARS_MAX);
        }
        segmentation(schemas);
        schemas.field("VariantRequest", "id").setPattern("^" + VariantValidator.ID + "$");
        schemas.field("VariantRequest", "name").setPattern(DisplayName.PATTERN);
        schemas.field("VariantRequest", "name").setMaxLength(VariantValidator.NAME_CHARS_MAX);
    }

    private static void segmentation(Schemas schemas) {
        schemas.field("SegmentBody", "concepts").setMinItems(1);
        schemas.field("SegmentBody", "concepts").setMaxItems(SegmentationLimits.CONCEPTS_MAX);
        var exemplars = schemas.field("SegmentBody", "exemplars");
        exemplars.setPropertyNames(Schemas.id());
        exemplars.setMaxProperties(SegmentationLimits.CONCEPTS_MAX);
        if (exemplars.getAdditionalProperties() instanceof Schema<?> boxes) {
            boxes.setMaxItems(SegmentResolver.EXEMPLARS_MAX);
        }
        var side = Schemas.typed("integer");
        Schemas.range(side, 0, InstanceRequest.SIDE_PX_MAX);
        var box = Schemas.typed("array");
        box.setItems(side);
        box.setMinItems(BOX_NUMBERS);
        box.setMaxItems(BOX_NUMBERS);
        schemas.replace("InstanceBox", box);
    }
}
