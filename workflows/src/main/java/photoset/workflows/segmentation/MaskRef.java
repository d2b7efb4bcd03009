package photoset.workflows.segmentation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * One concept's mask in the object store: an 8-bit grey PNG of the photo's upright size, 255 where the concept surely
 * is, 0 where it surely is not. A concept that was not found has an all-zero mask.
 *
 * @param concept the concept's id
 * @param key where the PNG lies; empty for nothing at all
 * @param area pixels of at least 128
 * @param instances number of instances found
 * @param score confidence of the best instance, 0 to 1
 */
public record MaskRef(String concept, String key, long area, int instances, double score) {
    /**
     * One instance, as far as a mask tells of it.
     *
     * @param concept the concept's id
     * @param score 0 to 1
     * @param area pixels
     */
    public record Finding(String concept, double score, long area) {}

    /** The mask of a concept that is drawn in other photos, and that nobody looks for in this one. */
    public static MaskRef nowhere(String concept) {
        return new MaskRef(concept, "", 0, 0, 0);
    }

    /** Whether nothing of the concept is in the photo, without a PNG that says so. */
    @JsonIgnore
    public boolean isNowhere() {
        return key.isEmpty();
    }

    /** The mask at {@code key} with those of the findings that are of its concept. */
    public static MaskRef of(String concept, String key, List<Finding> findings) {
        var own = findings.stream()
                .filter(finding -> finding.concept().equals(concept))
                .toList();
        return new MaskRef(
                concept,
                key,
                own.stream().mapToLong(Finding::area).sum(),
                own.size(),
                own.stream().mapToDouble(Finding::score).max().orElse(0));
    }
}
