package photoset.workflows.photos;

/** Bounds on one photo, the same at the API, the inspection and every decoder. */
public final class PhotoLimits {
    /** 50 megapixels: twice a full-frame camera; more would need over 1.5 GB of heap while rendering. */
    public static final long PIXELS_MAX = 50_000_000L;

    /** 60 MB: a 50 MP photo as JPEG at best quality. */
    public static final long BYTES_MAX = 60L * 1000 * 1000;

    /** Longer sides are refused, whatever the format allows: WebP stops at 16,383, JPEG at 65,535. */
    public static final int SIDE_PX_MAX = 30_000;

    /** Below this no model finds anything and no edge can be told from noise. */
    public static final int SIDE_PX_MIN = 16;

    /** Long side of the view for models: twice what the bundled network sees. */
    public static final int VIEW_SIDE_PX = 1024;

    private PhotoLimits() {}
}
