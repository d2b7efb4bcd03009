package photoset.cpu.removal;

/** What a pixel may be used for while something is filled. */
enum PixelRole {
    /** Compared and copied. */
    SOURCE,
    /** Compared, and never copied: it is protected. */
    CONTEXT,
    /** To be filled. */
    OPEN,
    /** Nothing is known of it: beyond the photo, or to be filled at another time. */
    VOID
}
