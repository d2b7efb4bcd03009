package photoset.workflows.segmentation;

import java.util.List;

/**
 * An accepted segment call: what to find in every photo of a job before there is a rule.
 *
 * @param concepts what to find, each once
 * @param exemplars examples of these concepts, for segmenters that take them
 */
public record SegmentRequest(List<Concept> concepts, List<Exemplar> exemplars) {
    /** What is shown in this photo. */
    public List<Exemplar> exemplarsIn(int idx) {
        return exemplars.stream().filter(example -> example.idx() == idx).toList();
    }
}
