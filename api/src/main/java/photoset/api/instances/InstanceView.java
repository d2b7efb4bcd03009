package photoset.api.instances;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.ownmasks.MaskSource;
import photoset.workflows.segmentation.InstanceBox;

/**
 * One instance in one photo.
 *
 * @param instanceId the same for the same thing in all photos of the job, e.g. {@code Window-1}
 * @param name what its owner calls it; the id before that
 * @param score how sure the segmenter is, 0 to 1
 * @param box in pixels of the upright photo, [x, y, w, h]
 * @param area pixels
 * @param label its value in the label map of its photo and concept
 * @param maskUrl the mask of all instances of the concept in the photo, 8-bit grey PNG; valid for minutes
 * @param rle its pixels as COCO writes them; absent when they are not asked for, or no longer stored
 * @param version of the mask: 0 is the model's, then the own masks count
 * @param source whose mask it comes from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Instance")
record InstanceView(
        @JsonProperty("idx") int idx,
        @JsonProperty("concept") String concept,
        @JsonProperty("instance_id") String instanceId,
        @JsonProperty("name") String name,
        @JsonProperty("score") double score,
        @JsonProperty("box") InstanceBox box,
        @JsonProperty("area") long area,
        @JsonProperty("label") int label,
        @JsonProperty("mask_url") URI maskUrl,
        @JsonProperty("rle") @Nullable RunLengths rle,
        @JsonProperty("version") int version,
        @JsonProperty("source") MaskSource source) {
    /**
     * A mask as the COCO data set packs it.
     *
     * @param size height and width
     * @param counts the packed lengths, as pycocotools reads them
     */
    record RunLengths(
            @JsonProperty("size") List<Integer> size,
            @JsonProperty("counts") String counts) {}

    /** Leaves the link out. */
    @Override
    public String toString() {
        return "Instance[" + idx + "/" + instanceId + "]";
    }
}
