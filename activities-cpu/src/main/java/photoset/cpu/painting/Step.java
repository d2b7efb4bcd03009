package photoset.cpu.painting;

/** One station on the way of a canvas through the {@link Painter}. */
interface Step {
    /** A word for heartbeats. */
    String name();

    void apply(Canvas canvas);
}
