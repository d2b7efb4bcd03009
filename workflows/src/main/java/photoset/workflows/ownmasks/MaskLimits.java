package photoset.workflows.ownmasks;

/** What an own mask may be. */
public final class MaskLimits {
    /** A mask of noise at 8 MP; one that somebody drew at 50 MP has a tenth of it. */
    public static final int BYTES_MAX = 8 << 20;

    /** The long side; below, a pixel of the mask is a dozen of the photo's, and its edge is nowhere. */
    public static final int SIDE_PX_MIN = 256;

    /** Of a concept in a photo, without those that were stepped back from. */
    public static final int VERSIONS_MAX = 20;

    /** Parts of a countable thing's mask that are instances, the largest ones; all others are painted without a name. */
    public static final int PARTS_MAX = 200;

    /** A part of fewer pixels is a crumb, not a thing; the same as a segmenter's. */
    public static final int PART_PX_MIN = 16;

    private MaskLimits() {}
}
