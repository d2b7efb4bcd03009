package photoset.api.ownmasks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import photoset.api.uploads.UploadLink;

/** What is asked for and answered of masks. */
final class MaskResponses {
    private MaskResponses() {}

    /** What the mask will be of. */
    record MaskBody(
            @Schema(requiredMode = RequiredMode.REQUIRED) @JsonProperty("concept") @Nullable
            String concept) {}

    /** Where a mask goes before it is taken into use. */
    record MaskUpload(
            @JsonProperty("job_id") String jobId,
            @JsonProperty("idx") int idx,
            @JsonProperty("concept") String concept,
            @JsonProperty("upload") UploadLink upload) {}

    /**
     * The mask that counts from now on.
     *
     * @param version 0 is the model's, then the own masks count
     */
    record MaskInUse(
            @JsonProperty("idx") int idx,
            @JsonProperty("concept") String concept,
            @JsonProperty("version") int version,
            @JsonProperty("source") MaskSource source) {
        static MaskInUse of(MaskPlace place, int version) {
            return new MaskInUse(place.idx(), place.concept(), version, MaskSource.of(version));
        }
    }

    /**
     * A mask to look at.
     *
     * @param maskUrl the 8-bit grey PNG of the photo's upright size; valid for minutes
     */
    record MaskView(
            @JsonProperty("idx") int idx,
            @JsonProperty("concept") String concept,
            @JsonProperty("version") int version,
            @JsonProperty("source") MaskSource source,
            @JsonProperty("mask_url") URI maskUrl) {
        /** Leaves the link out. */
        @Override
        public String toString() {
            return "MaskView[" + idx + "/" + concept + "]";
        }
    }
}
