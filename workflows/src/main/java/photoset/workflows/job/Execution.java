package photoset.workflows.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.workflows.rendering.RenderTask.Look;
import photoset.workflows.rendering.Rule;
import photoset.workflows.segmentation.Concept;

/**
 * The accepted wish of an execute call.
 *
 * @param rule as the user wrote it
 * @param ruleId the saved rule that it came from, or null
 * @param outputTemplate the set that the user wants to compose, or null
 * @param concepts what must be found to apply the rule
 * @param look the rule, ready for the renderer
 */
public record Execution(
        Rule rule, @Nullable String ruleId, @Nullable String outputTemplate, List<Concept> concepts, Look look) {}
