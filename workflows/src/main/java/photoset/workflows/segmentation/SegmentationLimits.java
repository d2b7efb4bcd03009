package photoset.workflows.segmentation;

/** How much a job may segment before it has a rule: that is free of credits, and a GPU is dear. */
public final class SegmentationLimits {
    /** Segment calls of one job. */
    public static final int RUNS_MAX = 10;

    /** Different concepts of all segment calls of one job. */
    public static final int CONCEPTS_MAX = 16;

    private SegmentationLimits() {}
}
