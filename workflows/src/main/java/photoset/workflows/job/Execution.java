package photoset.workflows.job;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import photoset.workflows.rendering.RenderTask.Look;
import photoset.workflows.rendering.Rule;
import photoset.workflows.segmentation.Concept;

/**
 * The accepted wish of an execute call: one rule, or several variants.
 *
 * @param rule as the user wrote it; null with variants
 * @param ruleId the saved rule that it came from, or null
 * @param outputTemplate the set that the user wants to compose, or null
 * @param concepts what must be found to apply every rule, each once
 * @param look the rule, ready for the renderer; null with variants
 * @param variants what each photo is painted as; null for one rule, and in wishes of versions that knew no variants
 */
public record Execution(
        @Nullable Rule rule,
        @Nullable String ruleId,
        @Nullable String outputTemplate,
        List<Concept> concepts,
        @Nullable Look look,
        @Nullable List<Variant> variants) {
    /** One rule. */
    public static Execution of(Variant only, @Nullable String outputTemplate, List<Concept> concepts) {
        return new Execution(only.rule(), only.ruleId(), outputTemplate, concepts, only.look(), null);
    }

    /** Several rules, side by side. */
    public static Execution of(List<Variant> variants, @Nullable String outputTemplate, List<Concept> concepts) {
        return new Execution(null, null, outputTemplate, concepts, null, List.copyOf(variants));
    }

    /** What each photo becomes; a credit each. */
    public List<Variant> pictures() {
        return variants == null
                ? List.of(new Variant(null, Objects.requireNonNull(rule), ruleId, Objects.requireNonNull(look)))
                : variants;
    }

    /** What some rule protects and none paints. */
    public List<String> protect() {
        return pictures().stream()
                .flatMap(variant -> variant.look().protect().stream())
                .distinct()
                .filter(concept -> pictures().stream()
                        .noneMatch(variant -> variant.rule().concepts().containsKey(concept)
                                && !variant.look().protect().contains(concept)))
                .toList();
    }
}
