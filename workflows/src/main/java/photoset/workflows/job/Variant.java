package photoset.workflows.job;

import org.jspecify.annotations.Nullable;
import photoset.workflows.rendering.RenderTask.Look;
import photoset.workflows.rendering.Rule;

/**
 * One rule applied to a job's photos.
 *
 * @param name what its user calls it, or null
 * @param rule as the user wrote it
 * @param ruleId the saved rule that it came from, or null
 * @param look the rule, ready for the renderer
 */
public record Variant(
        @Nullable String name, Rule rule, @Nullable String ruleId, Look look) {
    /** Variants of one job: A, B and C. One activity paints a photo in all of them, and has five minutes for it. */
    public static final int COUNT_MAX = 3;

    /** Unique in its job; part of the keys. */
    public String id() {
        return look.variant();
    }
}
