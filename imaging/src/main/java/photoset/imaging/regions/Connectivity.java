package photoset.imaging.regions;

/** Which pixels are neighbours of one. */
public enum Connectivity {
    /** Those that share a side. */
    FOUR,
    /** Those that share a corner too. */
    EIGHT
}
