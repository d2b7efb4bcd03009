package photoset.api.admission;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.presets.Preset;
import photoset.api.presets.Presets;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.text.StorableText;
import photoset.api.uploads.PhotoDeclaration;
import photoset.workflows.JobId;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.photos.PhotoLimits;
import photoset.workflows.plan.Plan;

/** What a new job may say, for the API document. Limits are those of the largest plan; a smaller one refuses earlier. */
@Component
@InRole(Role.WEB)
class JobSchemas implements SchemaFacts {
    /** The type and the length of a photo; a store may want some more signed. */
    private static final int HEADERS_MAX = 8;

    private final Presets presets;

    JobSchemas(Presets presets) {
        this.presets = presets;
    }

    @Override
    public void state(Schemas schemas) {
        int photosMax = Plan.PRO.limits().photosPerJobMax();
        schemas.allow(
                "CreateJobRequest",
                "preset",
                presets.all().stream().map(Preset::id).toList());
        var count = schemas.field("CreateJobRequest", "item_count");
        count.setMinimum(BigDecimal.ONE);
        count.setMaximum(BigDecimal.valueOf(photosMax));
        var items = schemas.field("CreateJobRequest", "items");
        items.setMinItems(1);
        items.setMaxItems(photosMax);
        schemas.field("CreateJobRequest", "source_job_id").setPattern("^" + JobId.PATTERN + "$");
        schemas.of("CreateJobRequest")
                .setOneOf(List.of(
                        Schemas.having("item_count", "items", "source_job_id"),
                        Schemas.having("items", "item_count", "source_job_id"),
                        Schemas.having("source_job_id", "item_count", "items")));
        photo(schemas);
        links(schemas, photosMax);
    }

    private static void links(Schemas schemas, int photosMax) {
        schemas.field("CreateJobResponse", "presigned_urls").setMaxItems(photosMax);
        var headers = schemas.field("UploadLink", "headers");
        headers.setMaxProperties(HEADERS_MAX);
        headers.setPropertyNames(Schemas.text("^[A-Za-z0-9-]{1,64}$"));
        headers.setAdditionalProperties(Schemas.text("^[ -~]{1,256}$"));
    }

    private static void photo(Schemas schemas) {
        Schema<?> photo = schemas.of("PhotoDeclaration");
        photo.setRequired(List.of("content_type", "size"));
        schemas.allow("PhotoDeclaration", "content_type", PhotoFormat.offered());
        var size = schemas.field("PhotoDeclaration", "size");
        size.setMinimum(BigDecimal.ONE);
        size.setMaximum(BigDecimal.valueOf(PhotoLimits.BYTES_MAX));
        schemas.field("PhotoDeclaration", "sha256").setPattern("^" + PhotoDeclaration.SHA256 + "$");
        schemas.field("PhotoDeclaration", "filename").setMaxLength(PhotoDeclaration.FILENAME_CHARS_MAX);
        schemas.field("PhotoDeclaration", "filename").setPattern(StorableText.PATTERN);
    }
}
