package photoset.cpu.edges;

/** What a mask with straight or smooth contours is of: what of its surroundings, or they of it, it may have by mistake. */
public enum Outlined {
    /** A product, or what comes with it: it may have too much. What it misses looks like its shadow, and stays missing. */
    THING,

    /** A part of a thing, as a strap: it may have too much or too little. */
    PART,

    /** What things stand before: it may have too little. */
    GROUND
}
