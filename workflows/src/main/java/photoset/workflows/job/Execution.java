package photoset.workflows.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.sets.OrderedSet;

/**
 * An accepted execute call.
 *
 * @param variants what each photo is painted as, a credit each; not empty
 * @param outputSet the set that is composed when the job is done, or null
 * @param concepts what must be found to apply every rule, each once
 */
public record Execution(List<Variant> variants, @Nullable OrderedSet outputSet, List<Concept> concepts) {
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
