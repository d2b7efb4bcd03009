package photoset.workflows.job;

import org.jspecify.annotations.Nullable;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.Rule;

/**
 * One rule applied to a job's photos.
 *
 * @param name what its user calls it, or null
 * @param rule as the user wrote it
 * @param ruleId the saved rule that it came from, or null
 * @param spec the rule, ready for the renderer
 * @param instances what it leaves out and locks; the spec of a photo gets its own of these
 */
public record Variant(
        @Nullable String name, Rule rule, @Nullable String ruleId, RenderSpec spec, InstanceChoice instances) {
    /** Variants of one job: A, B and C. One activity paints a photo in all of them. */
    public static final int COUNT_MAX = 3;

    /** Unique in its job; part of the keys. */
    public String id() {
        return spec.variant();
    }
}
