package photoset.gpu;

import java.util.Arrays;
import org.springframework.core.env.Environment;

/** Who finds the concepts, chosen by {@code photoset.segmenter}. */
enum Segmenter {
    /** The bundled network. */
    LITE,
    /** SAM 3, whose weights an operator brings. */
    SAM3,
    /** A rectangle, for load tests. */
    STUB,
    /** An external GPU provider. */
    REMOTE;

    /** Also an environment variable, PHOTOSET_SEGMENTER. */
    static final String PROPERTY = "photoset.segmenter";

    /**
     * Judges the choice; the bundled network when nothing is chosen.
     *
     * @throws IllegalArgumentException if the property names none of them
     */
    static void check(Environment environment) {
        var name = environment.getProperty(PROPERTY, "lite");
        if (Arrays.stream(values()).noneMatch(segmenter -> segmenter.name().equalsIgnoreCase(name))) {
            throw new IllegalArgumentException(
                    PROPERTY + " is \"" + name + "\", but must be lite, sam3, stub or remote.");
        }
    }
}
