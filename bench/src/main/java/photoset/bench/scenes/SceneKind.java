package photoset.bench.scenes;

/** The surfaces that are told apart in a report. */
public enum SceneKind {
    /** A matte wall with a patch of sun and a cast shadow in which bluish light takes over; a table, a round lamp. */
    WALL(false),
    /** The same wall in satin paint: a broad sheen of the light's own colour. */
    SATIN_WALL(true),
    /** Planks of different tone, the shadow of a sofa, a window mirrored in the varnish. */
    FLOOR(true),
    /** A glossy can with a printed label on a light backdrop. */
    PRODUCT(true),
    /** A wall with a deep shadow that ends in a sharp slanted line. */
    SHARP_SHADOW(false),
    /** The same shadow with a wide penumbra. */
    SOFT_SHADOW(false),
    /** Two walls that meet in a corner, the right one turned from the window; it may have a paint of its own. */
    CORNER(false),
    /** A wall, and through a door another one in a dimmer and warmer room. */
    DOORWAY(false);

    private final boolean sheen;

    SceneKind(boolean sheen) {
        this.sheen = sheen;
    }

    /** Whether any of its light is mirrored, not scattered by the paint. */
    public boolean sheen() {
        return sheen;
    }
}
