package photoset.activities;

/** Told after each step of long work; the only place where a cancellation is heard. */
@FunctionalInterface
public interface Progress {
    /**
     * A step is done, and the next one begins.
     *
     * @param step for operators, e.g. {@code "masks 2/4"}
     * @throws RuntimeException if the work is no longer wanted
     */
    void reached(String step);

    /**
     * The next step moves bytes to or from the store, however long that takes: the store's client gives up a line that
     * stands still by itself.
     *
     * @param step for operators, e.g. {@code "fetch"}
     * @throws RuntimeException if the work is no longer wanted
     */
    default void transferring(String step) {
        reached(step);
    }
}
