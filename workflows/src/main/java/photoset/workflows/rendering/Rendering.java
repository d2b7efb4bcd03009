package photoset.workflows.rendering;

import io.temporal.activity.ActivityInterface;
import java.util.List;

/** Applies rules to pixels, on {@link photoset.workflows.TaskQueues#CPU}. */
@ActivityInterface
public interface Rendering {
    /**
     * Paints one photo and writes the picture, its preview and its manifest. Pixels of a protected concept are never
     * changed. Heartbeats while it works; running twice writes the same bytes to the same keys.
     */
    RenderedPhoto render(RenderTask task);

    /**
     * As {@link #render}, for several variants of a photo that is read once; answers in the order of the looks. When one
     * of them fails, all have failed.
     */
    List<RenderedPhoto> renderVariants(VariantsTask task);
}
