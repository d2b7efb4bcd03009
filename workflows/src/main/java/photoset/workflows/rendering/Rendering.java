package photoset.workflows.rendering;

import io.temporal.activity.ActivityInterface;
import java.util.List;

/** Applies rules to pixels, on {@link photoset.workflows.TaskQueues#CPU}. */
@ActivityInterface
public interface Rendering {
    /**
     * Paints one photo, which is read once, for every spec and writes each picture, its preview and its manifest; answers
     * in the order of the specs. When one of them fails, all have failed. Pixels of a protected concept are never changed.
     * Heartbeats while it works; running twice writes the same bytes to the same keys.
     */
    List<RenderedPhoto> render(RenderTask task);
}
