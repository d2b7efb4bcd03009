package photoset.api.instances;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.instances.InstanceView.RunLengths;
import photoset.api.ownmasks.MaskSource;
import photoset.workflows.segmentation.InstanceBox;

/** All masks of a job as the COCO data set has them; written piece by piece by {@link CocoFile}. */
record CocoDocument(
        @JsonProperty("info") DatasetInfo info,
        @JsonProperty("images") List<Image> images,
        @JsonProperty("categories") List<Category> categories,
        @JsonProperty("annotations") List<Annotation> annotations) {
    /** What the file is. */
    @Schema(name = "CocoInfo")
    record DatasetInfo(@JsonProperty("description") String description) {}

    /**
     * A photo.
     *
     * @param id its idx
     * @param width of the upright photo in pixels
     * @param height likewise
     */
    @Schema(name = "CocoImage")
    record Image(
            @JsonProperty("id") int id,
            @JsonProperty("file_name") String file,
            @JsonProperty("width") int width,
            @JsonProperty("height") int height) {}

    /**
     * A concept.
     *
     * @param supercategory the preset
     */
    @Schema(name = "CocoCategory")
    record Category(
            @JsonProperty("id") int id,
            @JsonProperty("name") String name,
            @JsonProperty("supercategory") String supercategory) {}

    /**
     * An instance in a photo, with what is known of it beside COCO's own fields.
     *
     * @param id from 1: the evaluation of pycocotools takes 0 for none
     * @param segmentation its pixels; absent when an external segmenter did not say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CocoAnnotation")
    record Annotation(
            @JsonProperty("id") int id,
            @JsonProperty("image_id") int imageId,
            @JsonProperty("category_id") int categoryId,
            @JsonProperty("iscrowd") int isCrowd,
            @JsonProperty("area") long area,
            @JsonProperty("bbox") InstanceBox box,
            @JsonProperty("segmentation") @Nullable RunLengths segmentation,
            @JsonProperty("score") double score,
            @JsonProperty("instance_id") String instanceId,
            @JsonProperty("name") String name,
            @JsonProperty("version") int version,
            @JsonProperty("source") MaskSource source) {}
}
