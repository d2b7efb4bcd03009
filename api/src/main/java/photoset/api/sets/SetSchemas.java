package photoset.api.sets;

import java.util.List;
import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.presets.Presets;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.text.DisplayName;
import photoset.workflows.SetId;
import photoset.workflows.job.Variant;
import photoset.workflows.plan.Plan;
import photoset.workflows.sets.SetFault;
import photoset.workflows.sets.SetLimits;

/** What calls about sets may say, for the API document. */
@Component
@InRole(Role.WEB)
class SetSchemas implements SchemaFacts {
    private static final int PERCENT_MAX = 100;

    /** Names of files in a zip, with their folders. */
    private static final String FILE_PATTERN = "^[a-z0-9_-]+(/[a-z0-9_-]+)*\\.[a-z0-9]+$";

    /** The largest sheet, and a delivered picture of the longest side that is taken. */
    private static final int SIDE_PX_MAX = 65_535;

    /** A disclosure has two pictures of each design; one page more names what is missing, and there is a PDF. */
    private static final int PICTURES_PER_DESIGN = 2;

    private final Presets presets;

    SetSchemas(Presets presets) {
        this.presets = presets;
    }

    @Override
    public void state(Schemas schemas) {
        int photosMax = Plan.PRO.limits().photosPerJobMax();
        schemas.allow(
                "SetBody",
                "output_template",
                presets.all().stream()
                        .flatMap(preset -> preset.templates().stream())
                        .distinct()
                        .toList());
        var names = schemas.field("SetBody", "names");
        names.setMaxProperties(photosMax);
        names.setPropertyNames(Schemas.text(SetBody.IDX));
        var caption = Schemas.text(DisplayName.PATTERN);
        caption.setMaxLength(SetLimits.CAPTION_CHARS_MAX);
        names.setAdditionalProperties(caption);
        for (String answer : List.of("AcceptedSet", "Set")) {
            schemas.field(answer, "set_id").setPattern("^" + SetId.PATTERN + "$");
        }
        schemas.field("EnvelopeListSet", "data").setMaxItems(SetLimits.PER_JOB_MAX + 1);
        schemas.range("Set", "progress", 0, PERCENT_MAX);
        schemas.field("Set", "title").setMaxLength(SetLimits.TITLE_CHARS_MAX);
        schemas.field("Set", "files").setMaxItems(photosMax * Variant.COUNT_MAX * PICTURES_PER_DESIGN + 2);
        schemas.field("SetDownload", "name").setPattern(FILE_PATTERN);
        schemas.range("SetDownload", "width", 1, SIDE_PX_MAX);
        schemas.range("SetDownload", "height", 1, SIDE_PX_MAX);
        schemas.field("SetFailure", "message").setMaxLength(SetFault.MESSAGE_CHARS_MAX);
    }
}
