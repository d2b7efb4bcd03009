package photoset.api.admission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.forecast.Quote;
import photoset.api.uploads.UploadLink;
import photoset.workflows.JobId;

/** A created job, or with {@code dry_run} only its quote. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CreateJobResponse(
        @JsonProperty("job_id") @Nullable JobId jobId,
        @JsonProperty("presigned_urls") @Nullable List<UploadLink> presignedUrls,

        @Schema(pattern = "^/jobs/" + JobId.PATTERN + "/confirm-upload$") @JsonProperty("confirm_url") @Nullable
        String confirmUrl,

        @JsonProperty("quote") Quote quote) {}
