package photoset.workflows.previews;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.workflows.ObjectKeys;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.RenderTask;

/**
 * The order to show one photo as a rule would make it.
 *
 * @param hash of everything that decides the picture; equal orders have equal ones
 * @param render the photo, its masks and one spec
 * @param versions of the masks that the spec names
 * @param instances version of the photo's file of instances; null when the spec names none
 */
public record PreviewTask(
        String hash,
        RenderTask render,
        List<MaskVersion> versions,
        @Nullable String instances) {
    /** Long side of what a preview shows: it fills a laptop's screen, and paints in a third of a second. */
    public static final int SIDE_PX = 1600;

    /**
     * Which bytes a mask has.
     *
     * @param etag the store's name for exactly these bytes
     */
    public record MaskVersion(String concept, String etag) {}

    /** Under which Temporal knows it; an order that is under way is not begun twice. */
    public String workflowId() {
        return "preview/" + render.job() + "/" + hash;
    }

    /** Where the picture is put. */
    public String key() {
        return new ObjectKeys(render.user(), render.job()).livePreview(hash);
    }

    /** The rule. */
    public RenderSpec spec() {
        return render.specs().getFirst();
    }
}
