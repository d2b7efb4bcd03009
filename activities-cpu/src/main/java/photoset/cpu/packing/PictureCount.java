package photoset.cpu.packing;

/** Told how far a set is. */
@FunctionalInterface
public interface PictureCount {
    /** So many pictures are composed. */
    void composed(int pictures, int of);
}
