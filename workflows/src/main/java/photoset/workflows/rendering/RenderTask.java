package photoset.workflows.rendering;

import java.util.List;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.segmentation.SegmentedPhoto;

/**
 * The order to apply a rule to one photo.
 *
 * @param look what to paint, protect and write
 * @param found the masks of every concept that {@code look} names
 */
public record RenderTask(UserId user, JobId job, PhotoRef photo, Look look, SegmentedPhoto found) {
    /**
     * The rule of a job, ready for the renderer.
     *
     * @param variant the design variant's letter, part of the keys
     * @param paints in order; where two claim a pixel the later wins
     * @param protect concept ids that win over every paint
     * @param format the file format of the result
     * @param watermarked whether the painted area carries the watermark
     */
    public record Look(
            String variant, List<Paint> paints, List<String> protect, OutputFormat format, boolean watermarked) {}
}
