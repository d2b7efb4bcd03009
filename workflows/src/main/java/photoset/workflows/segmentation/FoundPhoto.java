package photoset.workflows.segmentation;

/** What is known of one photo of a job. */
public record FoundPhoto(int idx, SegmentedPhoto found) {}
