package photoset.cli.render;

import java.nio.file.Path;
import java.util.Map;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;

/**
 * What to render.
 *
 * @param masks concept to an 8-bit grey PNG of the photo's upright size
 * @param rule a JSON file as {@code POST /rules} takes it
 * @param keepProfile whether the result stays in the photo's own RGB space
 */
public record RenderOrder(
        Path photo, Map<String, Path> masks, Path rule, OutputFormat format, EdgeMode edges, boolean keepProfile) {}
