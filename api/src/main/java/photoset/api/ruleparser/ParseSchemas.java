package photoset.api.ruleparser;

import java.util.List;
import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.presets.Preset;
import photoset.api.presets.Presets;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.rules.RuleSchemas;

/** Which presets a rule in words can be for, for the API document. */
@Component
@InRole(Role.WEB)
class ParseSchemas implements SchemaFacts {
    /** The longest sentence here, several times. */
    private static final int SENTENCE_CHARS_MAX = 2_000;

    /** The whole catalog. */
    private static final int CHOICES_MAX = 1_000;

    private final Presets presets;
    private final RuleSchemas rules;

    ParseSchemas(Presets presets, RuleSchemas rules) {
        this.presets = presets;
        this.rules = rules;
    }

    @Override
    public void state(Schemas schemas) {
        schemas.allow(
                "RuleText", "preset", presets.all().stream().map(Preset::id).toList());
        rules.kept(schemas, "RuleContent");
        for (String list : List.of("understood", "unknown")) {
            schemas.field("ParsedRule", list).setMaxItems(ParseController.TEXT_CHARS_MAX);
        }
        for (String said : List.of("Understood", "NotUnderstood")) {
            schemas.field(said, "text").setMaxLength(ParseController.TEXT_CHARS_MAX);
        }
        schemas.field("Understood", "meaning").setMaxLength(SENTENCE_CHARS_MAX);
        schemas.field("NotUnderstood", "message").setMaxLength(SENTENCE_CHARS_MAX);
        schemas.field("NotUnderstood", "choices").setMaxItems(CHOICES_MAX);
        schemas.field("NotUnderstood", "choices").getItems().setMaxLength(SENTENCE_CHARS_MAX);
    }
}
