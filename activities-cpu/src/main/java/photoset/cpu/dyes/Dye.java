package photoset.cpu.dyes;

/** Gives each place of a material its colour. One thread at a time. */
public interface Dye {
    /**
     * The colour of a place.
     *
     * @param rgb filled with red, green, blue as sRGB encodes them, about 0 to 1
     */
    void at(Spot spot, float[] rgb);
}
