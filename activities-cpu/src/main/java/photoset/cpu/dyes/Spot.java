package photoset.cpu.dyes;

/** A place on one piece of a material; filled anew for each place, so that nothing is allocated. All in cm. */
public final class Spot {
    /** Place along and across the piece, from its corner. */
    public float along;

    public float across;

    /** The same within the raw material that the piece was cut from: another part of it for each piece. */
    public float x;

    public float y;

    /** Distance to the nearest edge of the piece; infinite on a seamless sheet. */
    public float edge;

    /** Random number of the piece. */
    public int id;
}
