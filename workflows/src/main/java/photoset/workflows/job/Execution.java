package photoset.workflows.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.workflows.segmentation.Concept;

/**
 * An accepted execute call.
 *
 * @param variants what each photo is painted as, a credit each; not empty
 * @param outputTemplate the set that the user wants to compose, or null
 * @param concepts what must be found to apply every rule, each once
 */
public record Execution(List<Variant> variants, @Nullable String outputTemplate, List<Concept> concepts) {
    /** What some rule protects and none paints. */
    public List<String> protect() {
        return variants.stream()
                .flatMap(variant -> variant.spec().protect().stream())
                .distinct()
                .filter(concept -> variants.stream()
                        .noneMatch(variant -> variant.rule().concepts().containsKey(concept)
                                && !variant.spec().protect().contains(concept)))
                .toList();
    }
}
