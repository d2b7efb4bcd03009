package photoset.gpu.segmentation;

/** Told after each step of long work; the only place where a cancellation is heard. */
@FunctionalInterface
public interface Progress {
    /**
     * A step is done.
     *
     * @param step for operators, e.g. {@code "masks 2/4"}
     * @throws RuntimeException if the work is no longer wanted
     */
    void reached(String step);
}
