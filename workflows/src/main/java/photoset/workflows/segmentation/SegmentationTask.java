package photoset.workflows.segmentation;

import java.util.List;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.photos.PhotoRef;

/**
 * The order to find concepts in one photo.
 *
 * @param preset the domain; a segmenter may use what it knows about rooms or products
 * @param concepts what to find, each once
 * @param protect ids of those concepts that will not be painted; a hint to be careful there, found like all others
 * @param exemplars examples of the concepts in this photo, for segmenters that take them
 * @param review whether users look at single instances: label maps are written too, and what was found of other concepts
 *     stays in the photo's file of instances
 */
public record SegmentationTask(
        UserId user,
        JobId job,
        String preset,
        PhotoRef photo,
        List<Concept> concepts,
        List<String> protect,
        List<Exemplar> exemplars,
        boolean review) {}
