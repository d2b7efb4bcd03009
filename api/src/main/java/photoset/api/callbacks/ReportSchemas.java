package photoset.api.callbacks;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.text.StorableText;
import photoset.workflows.photos.PhotoLimits;
import photoset.workflows.plan.Plan;

/** What a provider may report, for the API document. */
@Component
@InRole(Role.WEB)
class ReportSchemas implements SchemaFacts {
    private static final String REPORT = "ProviderReport";

    @Override
    public void state(Schemas schemas) {
        schemas.range(REPORT, "idx", 0, Plan.PRO.limits().photosPerJobMax() - 1);
        schemas.field(REPORT, "idempotency_key").setPattern(ProviderReport.KEY_PATTERN);
        for (String key : List.of("output_key", "preview_key")) {
            text(schemas.field(REPORT, key), ProviderReport.OBJECT_KEY_CHARS_MAX);
        }
        schemas.field(REPORT, "instances").setMaxItems(ProviderReport.INSTANCES_MAX);
        schemas.of(REPORT).setRequired(List.of("idx", "status", "idempotency_key"));
        schemas.of(REPORT)
                .setOneOf(List.of(
                        outcome(ProviderReport.Status.DONE, "instances", "error"),
                        outcome(ProviderReport.Status.FAILED, "error", "instances")));
        found(schemas);
        for (String field : List.of("code", "message")) {
            schemas.field("ProviderFault", field).setPattern(StorableText.PATTERN);
        }
    }

    private static Schema<Object> outcome(ProviderReport.Status status, String has, String lacks) {
        var outcome = Schemas.having(has, lacks);
        outcome.addProperty("status", Schemas.word(List.of(status.id())));
        return outcome;
    }

    private static void found(Schemas schemas) {
        schemas.of("Found").setRequired(List.of("concept", "score", "area"));
        schemas.field("Found", "concept").setPattern(Schemas.id().getPattern());
        schemas.range("Found", "score", 0, 1);
        schemas.range("Found", "area", 0, PhotoLimits.PIXELS_MAX);
        text(schemas.field("Found", "instance_id"), ProviderReport.INSTANCE_ID_CHARS_MAX);
        var box = schemas.field("Found", "box");
        box.setMinItems(ProviderReport.BOX_NUMBERS);
        box.setMaxItems(ProviderReport.BOX_NUMBERS);
        var number = Schemas.typed("number");
        Schemas.range(number, -ProviderReport.BOX_PX_MAX, ProviderReport.BOX_PX_MAX);
        box.setItems(number);
    }

    private static void text(Schema<?> field, int charsMax) {
        field.setPattern(StorableText.PATTERN);
        field.setMaxLength(charsMax);
    }
}
