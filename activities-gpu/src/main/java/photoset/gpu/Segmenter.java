package photoset.gpu;

import java.util.Arrays;
import org.springframework.core.env.Environment;

/** Who finds the concepts, chosen by {@code photoset.segmenter}. */
enum Segmenter {
    /** The bundled network. */
    LITE,
    /** A rectangle, for load tests. */
    STUB,
    /** An external GPU provider. */
    REMOTE;

    /** Also an environment variable, PHOTOSET_SEGMENTER. */
    static final String PROPERTY = "photoset.segmenter";

    /**
     * Reads the choice; the bundled network when nothing is chosen.
     *
     * @throws IllegalArgumentException if the property names none of them
     */
    static Segmenter chosen(Environment environment) {
        var name = environment.getProperty(PROPERTY, "lite");
        return Arrays.stream(values())
                .filter(segmenter -> segmenter.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        PROPERTY + " is \"" + name + "\", but must be lite, stub or remote."));
    }
}
